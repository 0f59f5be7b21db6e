/**
 * The signals that a line has from the text of the article as the page itself states it for machines. That text may be cut
 * short or be another one, so it is evidence like all else; all 0 where a page states none.
 */
import type { Document } from '../core/types.ts';
import { mix } from '../text/hash.ts';
import { scanText } from '../text/scan.ts';
import { columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';

/** Words in a row that two texts hardly share by chance. */
const RUN = 4;
const PRIME = 0x01000193;
/** A line is stated if this percentage of its words stands in runs of the stated text. */
const LEAST_SHARE = 70;
const FURTHEST = 99;
/** What a line says that is too short for a run. */
const UNSAID = -1;

const SHARE = columnOf('stated');
const SPAN = columnOf('statedSpan');
const PAGE_SHARE = columnOf('statedShare');

/**
 * Fills the columns: the percentage of a line's words that is stated (-1 for a line too short to tell), how far it stands
 * above (negative) or below the stated lines, and the percentage of the page's sentence words that is stated.
 */
export function fillStated(doc: Document, { rows, lineOf, values }: SignalTable): void {
  const runs = runsOf(doc.stated);
  let first = -1;
  let last = -1;
  let mass = 0;
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    const share = shareOf(doc, line, runs);
    values[(row + PAD) * WIDTH + SHARE] = share;
    if (share < LEAST_SHARE) continue;
    if (first < 0) first = row;
    last = row;
    if (doc.outline.sentence[line] === 1) mass += doc.lines.tokens[line] as number;
  }
  const pageShare = Math.floor((mass * 100) / Math.max(1, doc.outline.mass));
  for (let row = 0; row < rows; row++) {
    const base = (row + PAD) * WIDTH;
    const away = row < first ? row - first : Math.max(0, row - last);
    values[base + SPAN] = last < 0 ? 0 : Math.max(-FURTHEST, Math.min(FURTHEST, away));
    values[base + PAGE_SHARE] = pageShare;
  }
}

function runsOf(text: string): ReadonlySet<number> {
  const { words } = scanText(text);
  const runs = new Set<number>();
  for (let word = 0; word + RUN <= words.count; word++) runs.add(hashRun(words.hash, word));
  return runs;
}

function hashRun(hashes: Uint32Array, first: number): number {
  let hash = 0;
  for (let word = first; word < first + RUN; word++) hash = Math.imul(hash ^ (hashes[word] as number), PRIME) + 1;
  return mix(hash);
}

function shareOf({ lines, words }: Document, line: number, runs: ReadonlySet<number>): number {
  const first = lines.word[line] as number;
  const end = lines.word[line + 1] as number;
  if (end - first < RUN) return UNSAID;
  let stated = 0;
  let from = first;
  for (let word = first; word + RUN <= end; word++) {
    if (!runs.has(hashRun(words.hash, word))) continue;
    stated += word + RUN - Math.max(from, word);
    from = word + RUN;
  }
  return Math.floor((stated * 100) / (end - first));
}
