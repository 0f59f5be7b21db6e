/**
 * Where the body begins and ends. The densest stretch of prose misses what hangs on to it: a closing table, a list of
 * facts, a last short sentence, a quotation before the first answer.
 */
import type { BlockKind, Document } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';
import { cuesIn } from './cues.ts';
import { closes, firstUnit, hasEarlyColon, isBlank, lastUnit, lineBefore, nextLine } from './shape.ts';
import { signTable } from './signs.ts';
import { lengthOf } from './traits.ts';

const HANGING: ReadonlySet<BlockKind> = new Set(['table', 'list', 'code', 'verse', 'quote', 'wrapped']);
/** "Weight: 1.1 kg": a fact about the subject, if another stands beside it. */
const FACT = /^[^:]{2,30}:\s?\S/;
const LONGEST_LABEL = 30;
const LONGEST_FACT = 40;
const LONGEST_HEADING = 8;
/** "Best wishes," and "Dear all,": a comma closes the greetings of letters and posts, and a name follows the last one. */
const COMMA = 6;
const COMMA_UNIT = 44;
const LONGEST_GREETING = 5;
/** What quoted speech opens with. */
const SPEECH: Uint8Array = signTable('"\u201c\u201e\u00ab\u2018\u2013\u2014');
/** A line further than this from the body does not hang on to it. */
const MOST_BLANKS = 2;

/** The last line of the body, or -1 if the page has no prose. */
export function bodyLast(doc: Document): number {
  let last = doc.outline.spanLast;
  if (last < 0) return last;
  for (let at = nextLine(doc, last); at < doc.lines.count && at - last <= MOST_BLANKS + 1; at = nextLine(doc, last)) {
    if (isGreeting(doc, at)) {
      const name = nextLine(doc, at);
      return name < doc.lines.count && lengthOf(doc, name) < LONGEST_GREETING && hasNoCue(doc, name) ? name : at;
    }
    const heads = isHeading(doc, at) ? nextLine(doc, at) : at;
    if (heads >= doc.lines.count || !(hangs(doc, heads) || isFact(doc, heads) || closesText(doc, heads))) break;
    last = blockAt(doc, heads)?.last ?? heads;
  }
  return last;
}

/** The first line of the body, or -1. Upwards there are dates, bylines and labels: only blocks and quoted speech hang on there. */
export function bodyFirst(doc: Document): number {
  let first = doc.outline.spanFirst;
  for (let at = lineBefore(doc, first); at >= 0 && first - at <= MOST_BLANKS + 1; at = lineBefore(doc, first)) {
    if (!hangs(doc, at) && !isSpeech(doc, at) && !isGreeting(doc, at)) break;
    first = blockAt(doc, at)?.first ?? at;
  }
  return first;
}

/** Part of a block of two lines or more that no menu is made of. */
function hangs(doc: Document, at: number): boolean {
  const block = blockAt(doc, at);
  return block !== undefined && HANGING.has(block.kind) && block.last > block.first && (block.links ?? 0) < 50;
}

function isFact(doc: Document, at: number): boolean {
  const fact = (line: number): boolean =>
    line >= 0 &&
    line < doc.lines.count &&
    lengthOf(doc, line) <= LONGEST_FACT &&
    hasEarlyColon(doc, line, LONGEST_LABEL) &&
    FACT.test(doc.line(line).slice(0, 60)) &&
    hasNoCue(doc, line);
  return fact(at) && (fact(nextLine(doc, at)) || fact(lineBefore(doc, at)));
}

function closesText(doc: Document, at: number): boolean {
  return closes(doc, at) && doc.lines.terminal[at] !== 4 && hasNoCue(doc, at);
}

function isGreeting(doc: Document, at: number): boolean {
  return (
    doc.lines.terminal[at] === COMMA &&
    lengthOf(doc, at) <= LONGEST_GREETING &&
    lastUnit(doc, at) === COMMA_UNIT &&
    hasNoCue(doc, at)
  );
}

function isSpeech(doc: Document, at: number): boolean {
  return closes(doc, at) && SPEECH[firstUnit(doc, at)] === 1 && hasNoCue(doc, at);
}

function isHeading(doc: Document, at: number): boolean {
  return (
    !isBlank(doc, at) &&
    lengthOf(doc, at) <= LONGEST_HEADING &&
    !closes(doc, at) &&
    doc.blockOf[at] === -1 &&
    hasNoCue(doc, at)
  );
}

function hasNoCue(doc: Document, at: number): boolean {
  return cuesIn(doc).of[at] === 0;
}
