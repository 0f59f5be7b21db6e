/** Two documents of an output folder: what the run recorded about them, and what it knew of the archive when it compared. */
import { readFileSync } from 'node:fs';
import { compareIds } from '../core/ids.ts';
import type { Fingerprint, MatchKind } from '../core/types.ts';
import { groupExact, LEAST_WORDS } from '../dedup/exact.ts';
import { findFurniture } from '../dedup/furniture.ts';
import { ALONE, type Surroundings } from '../dedup/pair.ts';
import { tableOf } from '../dedup/print-table.ts';
import { countSeries } from '../dedup/series.ts';
import type { SurvivorPolicy } from '../dedup/survivor.ts';
import { speakersOf } from '../pipeline/compare.ts';
import type { CopyOf, PairInRun } from '../report/pair-words.ts';
import type { Archive } from './archived.ts';
import { readPrints } from './packed-files.ts';

/** The part of a row of `duplicates.jsonl` that is read back. */
interface CopyRow {
  readonly kept: string;
  readonly other: string;
  readonly kind: MatchKind;
  readonly set_aside: boolean;
  readonly scores: {
    readonly jaccard: number;
    readonly of_kept: number;
    readonly of_other: number;
    readonly sentences: number;
  };
}

export interface RunFacts {
  readonly run: PairInRun;
  readonly surroundings: Surroundings;
}

/** `a` and `b` are the documents' paths in the manifest. */
export function pairInRun(archive: Archive, a: string, b: string): RunFacts {
  const rows = copyRows(archive.layout.duplicates, [a, b]);
  const row = rows.find(({ kept, other }) => (kept === a && other === b) || (kept === b && other === a));
  const prints = readPrints(archive.layout.prints);
  const [ofA, ofB] = [copyOf(rows, a), copyOf(rows, b)];
  return {
    run: {
      out: archive.shown,
      ...(row === undefined ? {} : { record: recordOf(row, a) }),
      ...(ofA === undefined ? {} : { a: ofA }),
      ...(ofB === undefined ? {} : { b: ofB }),
      ...(prints === undefined ? {} : { documents: prints.size }),
    },
    surroundings:
      prints === undefined ? ALONE : surroundingsIn(prints, archive.settings.survivor as SurvivorPolicy, [a, b]),
  };
}

function copyOf(rows: readonly CopyRow[], id: string): CopyOf | undefined {
  const row = rows.find(({ other }) => other === id);
  return row === undefined ? undefined : { kept: row.kept, setAside: row.set_aside };
}

function recordOf(row: CopyRow, a: string): NonNullable<PairInRun['record']> {
  const { jaccard, of_kept: ofKept, of_other: ofOther, sentences } = row.scores;
  return {
    kept: row.kept === a ? 'a' : 'b',
    kind: row.kind,
    sentences,
    jaccard,
    ofKept,
    ofOther,
    setAside: row.set_aside,
  };
}

/** Rows that may be about one of the documents; damaged ones are passed over. */
function copyRows(path: string, documents: readonly string[]): readonly CopyRow[] {
  const names = documents.map((id) => JSON.stringify(id));
  return linesOf(path).flatMap((line) => {
    if (!names.some((name) => line.includes(name))) return [];
    try {
      const row = JSON.parse(line) as Partial<CopyRow>;
      return typeof row.kept === 'string' && typeof row.scores === 'object' ? [row as CopyRow] : [];
    } catch {
      return [];
    }
  });
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** As `compareArchive` finds them: over one document per exact text. */
function surroundingsIn(
  prints: ReadonlyMap<string, Fingerprint>,
  policy: SurvivorPolicy,
  documents: readonly string[],
): Surroundings {
  const ordered = [...prints.values()].sort((x, y) => compareIds(x.id, y.id));
  const table = tableOf(ordered);
  const texts = speakersOf(groupExact(table), table, policy).all.filter((at) => table.wordsOf(at) >= LEAST_WORDS);
  const series = countSeries(table, texts);
  const matesOf = (id: string): number => {
    const exact = prints.get(id)?.exact;
    const speaker = texts.find((at) => ordered[at]?.exact === exact);
    return speaker === undefined ? 0 : (series[speaker] as number);
  };
  return { furniture: new Set(findFurniture(table, texts)), seriesMates: Math.min(...documents.map(matesOf)) };
}
