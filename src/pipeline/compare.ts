/**
 * Pass 3, COMPARE: fingerprints in, one record per copy out. Exact texts are folded first; documents that share a key are
 * verified by their words; verified pairs are clustered without chains; of each cluster one survives, and more if setting
 * a copy aside would lose sentences. A function of its arguments: neither the order of the fingerprints nor the number of
 * workers that made them changes the answer.
 */
import { compareText } from '../core/ids.ts';
import type { DocId, Fingerprint, MatchKind } from '../core/types.ts';
import { clusterLinks } from '../dedup/cluster.ts';
import type { ComparedText } from '../dedup/compared.ts';
import { groupExact, LEAST_WORDS } from '../dedup/exact.ts';
import { findLinks } from '../dedup/find-links.ts';
import { findFurniture } from '../dedup/furniture.ts';
import type { Scores, Settlement, Span } from '../dedup/settle.ts';
import { settleCluster } from '../dedup/settle.ts';
import { TextShelf } from '../dedup/shelf.ts';
import type { SurvivorPolicy } from '../dedup/survivor.ts';
import { chooseSurvivor } from '../dedup/survivor.ts';

/** Bumped when the same fingerprints and texts may give other records. */
export const COMPARE_VERSION = 2;

export interface CompareOptions {
  readonly survivor: SurvivorPolicy;
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

/** Documents of one folded text, first by path first. */
type ExactGroup = readonly Fingerprint[];

const SAME: Scores = { jaccard: 1, ofOther: 1, ofKept: 1, sentences: 1 };

/**
 * `textOf` is called for candidates only, one at a time; the texts held at once are bounded (`TextShelf`).
 * Records are ordered by cluster, kept document, other document.
 */
export function compareArchive(
  prints: readonly Fingerprint[],
  textOf: (id: DocId) => ComparedText,
  options: CompareOptions,
): readonly DuplicateRecord[] {
  const groups = groupExact(prints.toSorted((a, b) => compareText(a.id, b.id)));
  const [compared, short] = [groups.filter(isLong), groups.filter((group) => !isLong(group))];
  const texts = compared.map((group) => chooseSurvivor(group, options.survivor));
  const furniture = new Set(findFurniture(texts));
  const shelf = new TextShelf(textOf, furniture);
  const links = findLinks(texts, shelf);
  const verified = { prints: texts, links, shelf };
  const records: DuplicateRecord[] = [];
  for (const members of membersOf(clusterLinks(texts.length, links))) {
    const cluster = members.map((at) => compared[at] as ExactGroup);
    const settled = members.length === 1 ? [] : settleCluster(members, options.survivor, verified);
    for (const record of recordCluster(cluster, options.survivor, settled)) records.push(record);
  }
  for (const group of short) {
    for (const record of recordCluster([group], options.survivor, [])) records.push(record);
  }
  return records.sort(
    (a, b) => compareText(a.cluster, b.cluster) || compareText(a.kept, b.kept) || compareText(a.other, b.other),
  );
}

function isLong(group: ExactGroup): boolean {
  return (group[0] as Fingerprint).words >= LEAST_WORDS;
}

/** Positions by cluster; clusters in order of their first positions. */
function membersOf(labels: Uint32Array): readonly (readonly number[])[] {
  const members: number[][] = Array.from(labels, () => []);
  labels.forEach((label, at) => {
    members[label]?.push(at);
  });
  return members.filter((cluster) => cluster.length > 0);
}

/** A cluster's groups stand in path order of their first documents, so the first of the first names it. */
function recordCluster(
  cluster: readonly ExactGroup[],
  policy: SurvivorPolicy,
  settled: readonly Settlement[],
): readonly DuplicateRecord[] {
  const name = (cluster[0]?.[0] as Fingerprint).id;
  const settlements = new Map(settled.map((settlement) => [settlement.other, settlement]));
  return cluster.flatMap((group) => {
    const { id } = chooseSurvivor(group, policy);
    const settlement = settlements.get(id);
    const own = settlement === undefined ? [] : [recordOf(name, id, settlement)];
    return [
      ...own,
      ...group.filter((copy) => copy.id !== id).map((copy) => recordExact(name, copy.id, id, settlement)),
    ];
  });
}

function recordOf(cluster: DocId, other: DocId, { kept, kind, scores, spans, setAside }: Settlement): DuplicateRecord {
  return { kept, other, cluster, kind, similarity: scores.sentences, scores, spans, setAside };
}

/** A document with the same text as `best`: it goes where `best` goes, and if that stays, it is a copy of that. */
function recordExact(cluster: DocId, other: DocId, best: DocId, settlement: Settlement | undefined): DuplicateRecord {
  if (settlement?.setAside === true) return recordOf(cluster, other, settlement);
  return { kept: best, other, cluster, kind: 'exact', similarity: 1, scores: SAME, spans: [], setAside: true };
}
