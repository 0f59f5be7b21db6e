/**
 * Pass 3, COMPARE: fingerprints in, one record per copy out. Exact texts are folded first; documents that share a key are
 * verified by their words; verified pairs are clustered without chains; of each cluster one survives, and more if setting
 * a copy aside would lose sentences. A function of its arguments: neither the order of the fingerprints nor the number of
 * workers that made them changes the answer.
 */
import { compareIds } from '../core/ids.ts';
import { clusterLinks } from '../dedup/cluster.ts';
import type { ComparedText } from '../dedup/compared.ts';
import { type DuplicateRecord, DuplicateRecords, type Row } from '../dedup/duplicate-records.ts';
import { type ExactTexts, groupExact, LEAST_WORDS } from '../dedup/exact.ts';
import { findLinks } from '../dedup/find-links.ts';
import { findFurniture } from '../dedup/furniture.ts';
import type { Print } from '../dedup/print-rows.ts';
import { type PrintTable, tableOf } from '../dedup/print-table.ts';
import { type Settlement, settleClusters } from '../dedup/settle.ts';
import type { SurvivorPolicy } from '../dedup/survivor.ts';
import { chooseSurvivor } from '../dedup/survivor.ts';
import { type MakeVerifier, verifierOf } from '../dedup/verifier.ts';

/** Bumped when the same fingerprints and texts may give other records. */
export const COMPARE_VERSION = 4;

export interface CompareOptions {
  readonly survivor: SurvivorPolicy;
  /** Documents that are only compared with: they always stay, and no record is about them. */
  readonly isReference?: (print: Print) => boolean;
}

/** `textOf` is called for candidates only, one at a time; the texts held at once are bounded. */
export async function comparePrints(
  prints: readonly Print[],
  textOf: (print: Print) => ComparedText,
  options: CompareOptions,
): Promise<readonly DuplicateRecord[]> {
  const ordered = prints.toSorted((a, b) => compareIds(a.id, b.id));
  const table = tableOf(ordered);
  const { isReference } = options;
  const marks = Uint8Array.from(ordered, (print) => (isReference?.(print) === true ? 1 : 0));
  if (marks.includes(1)) table.setReferences((at) => marks[at] === 1);
  const makeVerifier = verifierOf((at) => textOf(ordered[at] as Print));
  const rows = await compareArchive(table, makeVerifier, options);
  return [...new DuplicateRecords(rows, table.count, (at) => (ordered[at] as Print).id)];
}

/** Which documents are copies of which, by their places, in no order that means anything. */
export async function compareArchive(
  prints: PrintTable,
  makeVerifier: MakeVerifier,
  options: CompareOptions,
): Promise<readonly Row[]> {
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
): readonly Row[] {
  const rows: Row[] = [];
  const isClustered = new Uint8Array(prints.count);
  const add = (row: Row): void => {
    if (!prints.isReference(row.other)) rows.push(row);
  };
  /** Documents with the same text as the speaker: they go where it goes, and if it stays, they are copies of it. */
  const addCopies = (cluster: number, speaker: number, settlement?: Settlement): void => {
    for (const other of spokenFor.get(speaker) ?? []) {
      if (other === speaker) continue;
      if (settlement?.setAside === true) add({ cluster, kept: settlement.kept, other, settlement });
      else add({ cluster, kept: speaker, other, settlement: undefined });
    }
  };
  for (const settlements of settled) {
    const speakers = speakersIn(settlements);
    const cluster = speakers.reduce((least, at) => Math.min(least, at, spokenFor.get(at)?.[0] ?? at), prints.count);
    const settlementOf = new Map(settlements.map((settlement) => [settlement.other, settlement]));
    for (const speaker of speakers) {
      isClustered[speaker] = 1;
      const settlement = settlementOf.get(speaker);
      if (settlement !== undefined) add({ cluster, kept: settlement.kept, other: speaker, settlement });
      addCopies(cluster, speaker, settlement);
    }
  }
  for (const [speaker, copies] of spokenFor) if (isClustered[speaker] === 0) addCopies(copies[0] as number, speaker);
  return rows;
}

function speakersIn(settlements: readonly Settlement[]): readonly number[] {
  return [...new Set(settlements.flatMap(({ kept, other }) => [kept, other]))].sort((a, b) => a - b);
}
