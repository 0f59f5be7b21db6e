/**
 * Pass 3, COMPARE: fingerprints in, one record per copy out. Exact texts are folded first; documents that share a key are
 * verified by their words; verified pairs are clustered without chains; of each cluster one survives, and more if setting
 * a copy aside would lose sentences. A function of its arguments: neither the order of the fingerprints nor the number of
 * workers that made them changes the answer.
 */
import { compareIds, compareText } from '../core/ids.ts';
import type { DocId, MatchKind } from '../core/types.ts';
import { clusterLinks } from '../dedup/cluster.ts';
import type { ComparedText } from '../dedup/compared.ts';
import { type ExactTexts, groupExact, LEAST_WORDS } from '../dedup/exact.ts';
import { findLinks } from '../dedup/find-links.ts';
import { findFurniture } from '../dedup/furniture.ts';
import type { Print } from '../dedup/print-rows.ts';
import { type PrintTable, tableOf } from '../dedup/print-table.ts';
import type { Scores, Settlement, Span } from '../dedup/settle.ts';
import { settleClusters } from '../dedup/settle.ts';
import type { SurvivorPolicy } from '../dedup/survivor.ts';
import { chooseSurvivor } from '../dedup/survivor.ts';
import { type MakeVerifier, verifierOf } from '../dedup/verifier.ts';

/** Bumped when the same fingerprints and texts may give other records. */
export const COMPARE_VERSION = 2;

export interface CompareOptions {
  readonly survivor: SurvivorPolicy;
  /** Documents that are only compared with: they always stay, and no record is about them. */
  readonly isReference?: (print: Print) => boolean;
}

/** One copy and the document that was kept for it. */
export interface DuplicateRecord {
  readonly kept: DocId;
  readonly other: DocId;
  /** The first document of the cluster by path. */
  readonly cluster: DocId;
  readonly kind: MatchKind;
  /** Share of the other document's sentences that are in the kept one: 0..1, three decimals. What setting aside rests on. */
  readonly similarity: number;
  readonly scores: Scores;
  /** Shared passages as line ranges of the two texts; none for exact copies, which share everything. */
  readonly spans: readonly Span[];
  /** False if the copy says something that the kept document does not: it is written, and reported as related. */
  readonly setAside: boolean;
}

const SAME: Scores = { jaccard: 1, ofOther: 1, ofKept: 1, sentences: 1 };

/** `textOf` is called for candidates only, one at a time; the texts held at once are bounded. */
export function comparePrints(
  prints: readonly Print[],
  textOf: (print: Print) => ComparedText,
  options: CompareOptions,
): Promise<readonly DuplicateRecord[]> {
  const ordered = prints.toSorted((a, b) => compareIds(a.id, b.id));
  const table = tableOf(ordered);
  const { isReference } = options;
  const marks = Uint8Array.from(ordered, (print) => (isReference?.(print) === true ? 1 : 0));
  if (marks.includes(1)) table.setReferences((at) => marks[at] === 1);
  return compareArchive(
    table,
    verifierOf((at) => textOf(ordered[at] as Print)),
    options,
  );
}

/** Records are ordered by cluster, kept document, other document. */
export async function compareArchive(
  prints: PrintTable,
  makeVerifier: MakeVerifier,
  options: CompareOptions,
): Promise<readonly DuplicateRecord[]> {
  const speakers = speakersOf(groupExact(prints), prints, options.survivor);
  const long = speakers.all.filter((at) => prints.wordsOf(at) >= LEAST_WORDS);
  const verifier = makeVerifier(findFurniture(prints, long));
  const links = await findLinks(prints, long, verifier);
  const clusters = clustersIn(clusterLinks(prints.count, links));
  const settled = await settleClusters(clusters, options.survivor, { prints, links, verifier });
  return recordAll(prints, speakers, settled);
}

/** Who speaks for each exact text: the document that would stay. */
export interface Speakers {
  /** Ascending. */
  readonly all: Uint32Array;
  /** All documents of a text that several have, by the one that speaks for them. */
  readonly copies: ReadonlyMap<number, readonly number[]>;
}

export function speakersOf({ first, members }: ExactTexts, prints: PrintTable, policy: SurvivorPolicy): Speakers {
  const copies = new Map<number, readonly number[]>();
  const all = first.map((at) => {
    const group = members.get(at);
    if (group === undefined) return at;
    const speaker = chooseSurvivor(
      group.map((copy) => prints.copyOf(copy)),
      policy,
    ).at;
    copies.set(speaker, group);
    return speaker;
  });
  return { all: all.sort(), copies };
}

/** Clusters of two and more, each ascending, in order of their first documents. */
function clustersIn(labels: Uint32Array): readonly (readonly number[])[] {
  const members = new Map<number, number[]>();
  labels.forEach((label, at) => {
    if (label === at) return;
    const known = members.get(label);
    if (known === undefined) members.set(label, [label, at]);
    else known.push(at);
  });
  return [...members.values()].sort((a, b) => (a[0] as number) - (b[0] as number));
}

function recordAll(
  prints: PrintTable,
  { copies: spokenFor }: Speakers,
  settled: readonly (readonly Settlement[])[],
): readonly DuplicateRecord[] {
  const records: DuplicateRecord[] = [];
  const isClustered = new Set<number>();
  for (const cluster of settled) {
    const speakers = speakersIn(cluster);
    const all = speakers.flatMap((speaker) => [...(spokenFor.get(speaker) ?? [speaker])]);
    const name = prints.idOf(all.reduce((least, at) => Math.min(least, at)));
    const settlementOf = new Map(cluster.map((settlement) => [settlement.other, settlement]));
    for (const speaker of speakers) {
      isClustered.add(speaker);
      const settlement = settlementOf.get(speaker);
      if (settlement !== undefined && !prints.isReference(speaker))
        records.push(recordOf(prints, name, speaker, settlement));
      recordCopies(records, prints, name, speaker, spokenFor.get(speaker), settlement);
    }
  }
  for (const [speaker, copies] of spokenFor) {
    if (!isClustered.has(speaker))
      recordCopies(records, prints, prints.idOf(copies[0] as number), speaker, copies, undefined);
  }
  return records.sort(
    (a, b) => compareText(a.cluster, b.cluster) || compareText(a.kept, b.kept) || compareText(a.other, b.other),
  );
}

function speakersIn(cluster: readonly Settlement[]): readonly number[] {
  return [...new Set(cluster.flatMap(({ kept, other }) => [kept, other]))].sort((a, b) => a - b);
}

function recordOf(
  prints: PrintTable,
  cluster: DocId,
  other: number,
  { kept, kind, scores, spans, setAside }: Settlement,
): DuplicateRecord {
  return {
    kept: prints.idOf(kept),
    other: prints.idOf(other),
    cluster,
    kind,
    similarity: scores.sentences,
    scores,
    spans,
    setAside,
  };
}

/** Documents with the same text as the speaker: they go where it goes, and if it stays, they are copies of it. */
function recordCopies(
  records: DuplicateRecord[],
  prints: PrintTable,
  cluster: DocId,
  speaker: number,
  copies: readonly number[] | undefined,
  settlement: Settlement | undefined,
): void {
  for (const other of copies ?? []) {
    if (other === speaker || prints.isReference(other)) continue;
    if (settlement?.setAside === true) records.push(recordOf(prints, cluster, other, settlement));
    else
      records.push({
        kept: prints.idOf(speaker),
        other: prints.idOf(other),
        cluster,
        kind: 'exact',
        similarity: 1,
        scores: SAME,
        spans: [],
        setAside: true,
      });
  }
}
