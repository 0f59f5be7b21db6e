/** Two documents against each other as one JSON line. Keys are part of the product's contract. */
import type { Lines } from '../core/types.ts';
import type { ChangeKind } from '../dedup/changes.ts';
import type { PairScores } from '../dedup/pair.ts';
import type { Difference, Passage, SharedPassage } from '../dedup/passages.ts';
import type { Reason } from '../dedup/reason.ts';
import type { Explained } from './explain.ts';
import { decidedOf, type ExplainedPair, type PairInRun, pairMessage } from './pair-words.ts';
import { lineNumber, lineNumbers } from './place.ts';
import { jsonLine } from './records.ts';

/** What one changed place is called. */
export const CHANGES: Readonly<Record<ChangeKind, string>> = {
  figures: 'figure',
  words: 'words',
  spellings: 'spelling',
};
const DECIMALS = 1000;

export function pairJson(pair: ExplainedPair): string {
  const { a, b, compared, run } = pair;
  const { kind, kept, setAside, scores } = decidedOf(pair);
  return jsonLine({
    a: documentJson(a),
    b: documentJson(b),
    relation: compared.relation,
    kind: kind ?? null,
    copies: kind !== undefined,
    wouldSetAside: setAside ?? null,
    kept: kept ?? null,
    reason: rounded(compared.reason),
    message: pairMessage(pair),
    ...(run === undefined ? {} : { run: runJson(run) }),
    scores: rounded(scores),
    changes: compared.changes,
    shared: compared.shared.map(sharedJson),
    differences: compared.differences.map(differenceJson),
    onlyA: compared.onlyA.map(ownJson),
    onlyB: compared.onlyB.map(ownJson),
  });
}

function documentJson({ name, article }: Explained): object {
  const { title, date } = article.meta;
  return { name, words: article.words, title: title ?? null, date: date ?? null };
}

/** `a` and `b`: the documents that the run kept for them, wherever they are copies. */
function runJson({ out, record, a, b }: PairInRun): object {
  return { out, recorded: record !== undefined, a: a ?? null, b: b ?? null };
}

function rounded(figures: Reason | PairScores): object {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, string | number]) => [
      name,
      typeof value === 'number' ? Math.round(value * DECIMALS) / DECIMALS : value,
    ]),
  );
}

function sharedJson({ one, other, words, begins, moved }: SharedPassage): object {
  return { a: rangeJson(one), b: rangeJson(other), words, begins, ...(moved ? { moved } : {}) };
}

function rangeJson(lines: Lines): object {
  const [first, last] = lineNumbers(lines);
  return { first, last };
}

function differenceJson({ kind, one, other }: Difference): object {
  return { kind: CHANGES[kind], a: placeJson(one), b: placeJson(other) };
}

/** Words of the title have no line. */
function placeJson({ lines, text }: Passage): object {
  return { line: lines === undefined ? null : lineNumber(lines.first), text };
}

function ownJson({ lines, words, text }: Passage): object {
  return { ...(lines === undefined ? { first: null, last: null } : rangeJson(lines)), words, begins: text };
}
