/** Runs of repeated lines, told in words. */
import type { Document, Finding, RuleId } from '../core/types.ts';
import type { Repeats } from './repeats.ts';
import { LINE, PASSAGE, RUN, STAYS } from './repeats.ts';
import { massOf } from './shelter.ts';

/** Lines that repeat places further apart than this are told of separately. */
const FARTHEST_APART = 12;
const RUN_CONFIDENCE = 0.99;
const PASSAGE_CONFIDENCE = 0.96;
const LONG_LINE_CONFIDENCE = 0.95;
const SHORT_LINE_CONFIDENCE = 0.85;
/** A line of so many words is not said twice by chance. */
const LONG_LINE = 12;

interface Group {
  readonly first: number;
  last: number;
  from: number;
  until: number;
  how: number;
  lines: number;
  mass: number;
  words: number;
  changed: number;
}

export function findingsOf(doc: Document, repeats: Repeats): readonly Finding[] {
  leadToStanding(repeats);
  const groups: Group[] = [];
  let open: Group | undefined;
  for (let at = 0; at < doc.lines.count; at++) {
    if (repeats.how[at] === STAYS) {
      if (doc.lines.word[at] !== doc.lines.word[at + 1]) open = undefined;
      continue;
    }
    if (open === undefined || !isNear(open, repeats, at)) {
      open = groupAt(repeats, at);
      groups.push(open);
    }
    add(open, doc, repeats, at);
  }
  return groups.map(findingOf);
}

/** A line may repeat one that went later, as a repeat itself: then it repeats what that one repeats. */
function leadToStanding({ how, from, until }: Repeats): void {
  for (let at = 0; at < how.length; at++) {
    if (how[at] === STAYS) continue;
    if (how[from[at] as number] !== STAYS) from[at] = from[from[at] as number] as number;
    if (how[until[at] as number] !== STAYS) until[at] = until[until[at] as number] as number;
    if ((until[at] as number) < (from[at] as number)) until[at] = from[at] as number;
  }
}

/** Lines without words, which the group takes along, lie in both copies. */
function isNear(group: Group, repeats: Repeats, at: number): boolean {
  const apart = FARTHEST_APART + at - group.last;
  const from = repeats.from[at] as number;
  return from <= group.until + apart && (repeats.until[at] as number) >= group.from - FARTHEST_APART;
}

function groupAt(repeats: Repeats, at: number): Group {
  const from = repeats.from[at] as number;
  return { first: at, last: at, from, until: from, how: LINE, lines: 0, mass: 0, words: 0, changed: 0 };
}

function add(group: Group, doc: Document, repeats: Repeats, at: number): void {
  group.last = at;
  group.from = Math.min(group.from, repeats.from[at] as number);
  group.until = Math.max(group.until, repeats.until[at] as number);
  group.how = Math.max(group.how, repeats.how[at] as number);
  group.lines++;
  group.mass += massOf(doc, at);
  group.words += (doc.lines.word[at + 1] as number) - (doc.lines.word[at] as number);
  group.changed += repeats.changed[at] as number;
}

function findingOf(group: Group): Finding {
  const { first, last, from, until } = group;
  const verb = first === last ? 'repeats' : 'repeat';
  const same = Math.floor(((group.words - group.changed) * 100) / group.words);
  const slips = group.changed === 0 ? '' : ', a few words changed';
  return {
    rule: ruleOf(group),
    kind: 'repeated',
    action: 'drop',
    first,
    last,
    confidence: confidenceOf(group),
    message: `${place(first, last)} ${verb} ${place(from, until)}${slips}`,
    evidence: { first: from, last: until, words: Math.round(group.mass), same },
  };
}

/** Messages count lines from one. */
function place(first: number, last: number): string {
  return first === last ? `line ${first + 1}` : `lines ${first + 1}-${last + 1}`;
}

function ruleOf(group: Group): RuleId {
  if (group.how === PASSAGE) return 'repeat/passage';
  return group.lines > 1 ? 'repeat/run' : 'repeat/line';
}

function confidenceOf(group: Group): number {
  if (group.how === PASSAGE) return PASSAGE_CONFIDENCE;
  if (group.how === RUN) return RUN_CONFIDENCE;
  return group.mass >= LONG_LINE ? LONG_LINE_CONFIDENCE : SHORT_LINE_CONFIDENCE;
}
