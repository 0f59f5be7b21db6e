/**
 * What the line model sees of a line, as small integers in one table: a row per line that is not blank, `PAD` rows of
 * `ABSENT` before the first and after the last, so that a tree may look at neighbours without asking for the edges.
 */

/** Names in the order of the columns, each with what it tells of the line. The weights are bound to this order. */
const TABLE = [
  ['units', 'shape'],
  ['tokens', 'shape'],
  ['wordUnits', 'shape'],
  ['stops', 'shape'],
  ['stopShare', 'shape'],
  ['upperShare', 'shape'],
  ['capitalShare', 'shape'],
  ['digitShare', 'shape'],
  ['markShare', 'shape'],
  ['terminal', 'shape'],
  ['opening', 'shape'],
  ['commas', 'shape'],
  ['separators', 'shape'],
  ['labelColon', 'shape'],
  ['sentenceBreaks', 'shape'],
  ['addresses', 'shape'],
  ['figures', 'shape'],
  ['years', 'shape'],
  ['quotes', 'shape'],
  ['brackets', 'shape'],
  ['block', 'markup'],
  ['links', 'markup'],
  ['region', 'markup'],
  ['vocabulary', 'rules'],
  ['structure', 'rules'],
  ['judge', 'rules'],
  ['kept', 'rules'],
  ['lexicon', 'words'],
  ['gapBefore', 'place'],
  ['gapAfter', 'place'],
  ['sentence', 'shape'],
  ['sentenceBefore', 'neighbours'],
  ['sentenceAfter', 'neighbours'],
  ['shortRun', 'neighbours'],
  ['headlineRun', 'neighbours'],
  ['mass5', 'neighbours'],
  ['mass15', 'neighbours'],
  ['mass5Before', 'neighbours'],
  ['mass5After', 'neighbours'],
  ['lexicon3Before', 'neighbours'],
  ['lexicon3After', 'neighbours'],
  ['lexicon5', 'neighbours'],
  ['lexicon15', 'neighbours'],
  ['judged5', 'rules'],
  ['judged15', 'rules'],
  ['place', 'place'],
  ['fromStart', 'place'],
  ['fromEnd', 'place'],
  ['massBefore', 'place'],
  ['span', 'place'],
  ['spanRow', 'place'],
  ['equals', 'place'],
  ['topic', 'words'],
  ['topic3', 'neighbours'],
  ['topicLead', 'words'],
  ['topicMain', 'words'],
  ['segmentMass', 'neighbours'],
  ['segmentRank', 'neighbours'],
  ['segmentGap', 'neighbours'],
  ['segmentRows', 'neighbours'],
  ['segmentLexicon', 'neighbours'],
  ['stated', 'markup'],
  ['statedSpan', 'markup'],
  ['statedShare', 'markup'],
  ['site', 'site'],
  ['site5', 'site'],
  ['site15', 'site'],
  ['sitePages', 'site'],
  ['openings', 'place'],
  ['closings', 'place'],
  ['docLines', 'page'],
  ['docTokens', 'page'],
  ['docMassShare', 'page'],
  ['docBlankShare', 'page'],
  ['docLexicon', 'page'],
  ['docShortShare', 'page'],
  ['docStopShare', 'page'],
] as const;

export type Signal = (typeof TABLE)[number][0];
/** What a signal is read from: the line's words, its form, its place, its neighbours, the rules, the markup, its site, the page. */
export type SignalGroup = (typeof TABLE)[number][1];

export const SIGNALS: readonly Signal[] = TABLE.map(([name]) => name);
export const GROUP_OF: readonly SignalGroup[] = TABLE.map(([, group]) => group);

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
