import type { Rule } from '../../core/contracts.ts';
import type { Document, Finding } from '../../core/types.ts';
import { type CueTable, cuesIn } from '../cues.ts';
import { cueSet } from '../phrases.ts';
import { Scratch } from '../scratch.ts';
import { wordsOn } from '../shape.ts';

const COOKIE = cueSet('cookie');
/** A consent notice says it more than once: one cue alone is an article about cookies. */
const LEAST_COVERED = 4;
const LEAST_SHARE = 20;
/** A button of the dialog ("Accept all") within this many lines of another consent line. */
const NEAR = 4;
const LONGEST = 120;
const COVERED = new Scratch();

export const cookieNotice: Rule = {
  id: 'chrome/cookie-notice',
  kind: 'chrome',
  title: 'Cookie notice',
  why: 'Consent dialogs are the same prose on every page of a site; two consent phrases close together give them away.',
  early: true,
  examples: [
    {
      text: 'We use cookies to improve your experience. By continuing to use this site you accept our use of cookies.\n\nAccept all',
      drop: [0, 2],
    },
    { text: 'The bakery sells cookies of eleven kinds, and we use butter in all of them.', drop: [] },
    { text: 'The regulator fined the firm because it set cookies without asking first.', drop: [] },
  ],
  check(doc: Document): readonly Finding[] {
    const findings: Finding[] = [];
    const cues = cuesIn(doc);
    if ((cues.all & COOKIE) === 0) return findings;
    const covered = consentWords(doc, cues);
    for (let at = 0; at < doc.lines.count; at++) {
      const consent = covered[at] as number;
      if (consent === 0) continue;
      const share = (consent * 100) / wordsOn(doc, at);
      const alone = consent >= LEAST_COVERED && share >= LEAST_SHARE && distinctPhrases(doc, cues, at) >= 2;
      if (!alone && !(share >= 60 && hasNeighbour(doc, covered, at))) continue;
      findings.push({
        rule: 'chrome/cookie-notice',
        kind: 'chrome',
        action: 'drop',
        first: at,
        last: at,
        confidence: 0.96,
        message: 'cookie notice',
      });
    }
    return findings;
  },
};

function consentWords(doc: Document, cues: CueTable): Uint32Array {
  const covered = COVERED.zeros(doc.lines.count);
  for (let at = 0; at < doc.lines.count; at++) {
    if (((cues.of[at] as number) & COOKIE) === 0 || wordsOn(doc, at) > LONGEST) continue;
    covered[at] = cues.coveredOn(doc, at, COOKIE);
  }
  return covered;
}

/** Places on the line where a consent phrase begins, phrases that touch counted once. */
function distinctPhrases(doc: Document, cues: CueTable, at: number): number {
  const end = doc.lines.word[at + 1] as number;
  let phrases = 0;
  for (let word = doc.lines.word[at] as number; word < end; word++) {
    const here = cues.covered(word, Math.min(end, word + 6), COOKIE);
    if (here === 0) continue;
    phrases++;
    word += 5;
  }
  return phrases;
}

function hasNeighbour({ lines }: Document, covered: Uint32Array, at: number): boolean {
  for (let near = Math.max(0, at - NEAR); near <= Math.min(lines.count - 1, at + NEAR); near++) {
    if (near !== at && (covered[near] as number) > 0) return true;
  }
  return false;
}
