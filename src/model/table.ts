/** Reads the signals of a document into one table. */
import type { Document, SiteLines } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';
import { bucketsOf, MOST_WORDS, scoreOf } from './lexicon.ts';
import { fillLineSignals } from './line-signals.ts';
import { regionScoreOf } from './regions.ts';
import { ABSENT, columnOf, PAD, type SignalTable, WIDTH } from './signals.ts';
import { fillSite } from './site.ts';
import { fillStated } from './stated.ts';
import { fillSurroundings } from './surroundings.ts';
import type { Votes } from './votes.ts';

const VOCABULARY = columnOf('vocabulary');
const STRUCTURE = columnOf('structure');
const JUDGE = columnOf('judge');
const KEPT = columnOf('kept');
const LEXICON = columnOf('lexicon');
const REGION = columnOf('region');

/** Learned scores that signals are made with. */
export interface Lexicons {
  /** Weight per bucket of `lexicon.ts`. */
  readonly words: Int8Array;
  /** Weight per bucket of `regions.ts`. */
  readonly regions: Int8Array;
}

export function readSignals(doc: Document, votes: Votes, lexicons: Lexicons, site?: SiteLines): SignalTable {
  const lineOf = fullLines(doc);
  const rows = lineOf.length;
  const values = new Int16Array((rows + 2 * PAD) * WIDTH);
  values.fill(ABSENT, 0, PAD * WIDTH);
  values.fill(ABSENT, (rows + PAD) * WIDTH);
  const table: SignalTable = { rows, lineOf, values };
  const buckets = new Uint16Array(2 * MOST_WORDS + 1);
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    const base = (row + PAD) * WIDTH;
    fillLineSignals(doc, line, values, base);
    values[base + VOCABULARY] = votes.vocabulary[line] as number;
    values[base + STRUCTURE] = votes.structure[line] as number;
    values[base + JUDGE] = votes.judge[line] as number;
    values[base + KEPT] = votes.kept[line] as number;
    values[base + LEXICON] = scoreOf(buckets, bucketsOf(doc, line, buckets), lexicons.words);
    values[base + REGION] = regionScoreOf(blockAt(doc, line), lexicons.regions);
  }
  fillSurroundings(doc, table, votes);
  if (doc.stated !== '') fillStated(doc, table);
  if (site !== undefined) fillSite(table, site);
  return table;
}

function fullLines({ lines }: Document): Uint32Array {
  const found = new Uint32Array(lines.count);
  let rows = 0;
  for (let at = 0; at < lines.count; at++) if (lines.from[at] !== lines.end[at]) found[rows++] = at;
  return found.slice(0, rows);
}
