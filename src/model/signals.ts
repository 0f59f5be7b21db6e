/**
 * What the line model sees of a line, as small integers in one table: a row per line that is not blank, `PAD` rows of
 * `ABSENT` before the first and after the last, so that a tree may look at neighbours without asking for the edges.
 */

/** Names in the order of the columns. The weights are bound to this order. */
export const SIGNALS = [
  'units',
  'tokens',
  'wordUnits',
  'stops',
  'stopShare',
  'upperShare',
  'capitalShare',
  'digitShare',
  'markShare',
  'terminal',
  'opening',
  'commas',
  'separators',
  'labelColon',
  'sentenceBreaks',
  'addresses',
  'figures',
  'years',
  'quotes',
  'brackets',
  'block',
  'links',
  'region',
  'vocabulary',
  'structure',
  'judge',
  'kept',
  'lexicon',
  'gapBefore',
  'gapAfter',
  'sentence',
  'sentenceBefore',
  'sentenceAfter',
  'shortRun',
  'headlineRun',
  'mass5',
  'mass15',
  'mass5Before',
  'mass5After',
  'lexicon3Before',
  'lexicon3After',
  'lexicon5',
  'lexicon15',
  'judged5',
  'judged15',
  'place',
  'fromStart',
  'fromEnd',
  'massBefore',
  'span',
  'spanRow',
  'equals',
  'topic',
  'topic3',
  'topicLead',
  'topicMain',
  'segmentMass',
  'segmentRank',
  'segmentGap',
  'segmentRows',
  'segmentLexicon',
  'stated',
  'statedSpan',
  'statedShare',
  'site',
  'site5',
  'site15',
  'sitePages',
  'openings',
  'closings',
  'docLines',
  'docTokens',
  'docMassShare',
  'docBlankShare',
  'docLexicon',
  'docShortShare',
  'docStopShare',
] as const;

export type Signal = (typeof SIGNALS)[number];

export const WIDTH: number = SIGNALS.length;
/** Rows beyond either edge. */
export const PAD = 3;
export const ABSENT = -1;

const AT: ReadonlyMap<string, number> = new Map(SIGNALS.map((name, at) => [name, at]));

export function columnOf(name: Signal): number {
  return AT.get(name) as number;
}

/** The table of one document. `lineOf[row]` is the line of the text that row describes. */
export interface SignalTable {
  readonly rows: number;
  readonly lineOf: Uint32Array;
  /** `(rows + 2 * PAD) * WIDTH` entries; row `r` begins at `(r + PAD) * WIDTH`. */
  readonly values: Int16Array;
}
