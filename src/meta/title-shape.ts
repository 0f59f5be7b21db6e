/** What the counts of a line say for and against its being a title. */
import * as scan from '../text/scan.ts';
import type { Candidates } from './title-candidates.ts';
import { addWeight } from './title-candidates.ts';
import { weightAt, weightOfFlag, weightsByStep } from './title-grades.ts';

/** Grades of `block`; what is in no block or a plain paragraph has grade 0. */
const BLOCK_GRADES: Readonly<Record<string, number>> = {
  heading: 1,
  list: 2,
  table: 3,
  code: 4,
  verse: 5,
  wrapped: 6,
  quote: 7,
  caption: 7,
};
const BLOCKS = weightsByStep('block');
/** By half words: two letters of a script without spaces count as one. */
const HALF_WORDS = weightsByStep('words', 0, 0.5);
const TERMINALS = weightsByStep('terminal');
const ALL_CAPITAL_WORDS = weightsByStep('allCapitalWords');
const SENTENCE = weightOfFlag('sentence');
const CAPITALS = weightOfFlag('capitals');
const FUNCTION_WORDS = weightOfFlag('functionWords');
const DIGITS = weightOfFlag('digits');
const SMALL_START = weightOfFlag('smallStart');
const NO_SMALL_START = scan.CAPITAL | scan.HAS_DIGIT | scan.NO_SPACES;

export function addShapeWeights({ zone, places }: Candidates, scores: Int32Array): void {
  const { lines, words, outline, blocks, blockOf } = zone.doc;
  for (const place of places) {
    const at = zone.lines[place] as number;
    const tokens = lines.tokens[at] as number;
    const letters = lines.letters[at] as number;
    const first = lines.word[at] as number;
    const count = (lines.word[at + 1] as number) - first;
    let weight = weightAt(HALF_WORDS, letters < tokens * 2 ? tokens : tokens * 2);
    weight += weightAt(TERMINALS, lines.terminal[at] as number);
    if (outline.sentence[at] === 1) weight += SENTENCE;
    if ((lines.upper[at] as number) * 10 > letters * 7) weight += CAPITALS;
    if ((lines.stops[at] as number) > 0) weight += FUNCTION_WORDS;
    if ((lines.digits[at] as number) > letters) weight += DIGITS;
    if (((words.flags[first] ?? 0) & NO_SMALL_START) === 0) weight += SMALL_START;
    if (lines.capitals[at] === count) weight += weightAt(ALL_CAPITAL_WORDS, count);
    const kind = blocks[blockOf[at] as number]?.kind ?? 'paragraph';
    addWeight(scores, place, weight + weightAt(BLOCKS, BLOCK_GRADES[kind] ?? 0));
  }
}
