/** What becomes of each document, once all of them are known. */
import type { DocId, Outcome } from '../core/types.ts';
import type { DuplicateRecord } from '../dedup/duplicate-records.ts';
import type { Compared } from './compare-pass.ts';
import type { Entry } from './entries.ts';
import { nameOutputs } from './names.ts';
import type { Comparing } from './request.ts';

export interface Result {
  readonly entry: Entry;
  readonly outcome: Outcome;
  /** The copy that stayed in its place, also where the document is written none the less. */
  readonly copyOf?: DuplicateRecord;
  readonly cluster?: DocId;
  /** Front matter names the survivor. */
  readonly annotated: boolean;
}

/** In the order of the entries; documents of `own` are written although they are copies. */
export function resultsOf(
  { entries, duplicates }: Compared,
  comparing: Comparing,
  ending: string,
  own: ReadonlySet<string>,
): readonly Result[] {
  const names = outputNames(entries, ending);
  const copies = new Map(
    duplicates.map((record) => [record.other, own.has(record.other) ? { ...record, setAside: false } : record]),
  );
  const clusters = new Map(
    duplicates.flatMap((record) => [[record.other, record.cluster] as const, [record.kept, record.cluster] as const]),
  );
  return entries.map((entry, at) => {
    const copyOf = copies.get(entry.id);
    const cluster = clusters.get(entry.id);
    const isSetAside = copyOf?.setAside === true;
    return {
      entry,
      outcome: outcomeOf(entry, names[at] ?? '', isSetAside && comparing.onDuplicate === 'skip' ? copyOf : undefined),
      annotated: isSetAside && comparing.onDuplicate === 'annotate',
      ...(copyOf === undefined ? {} : { copyOf }),
      ...(cluster === undefined ? {} : { cluster }),
    };
  });
}

/** Every file that was opened has a name, also one without an article today: names do not move when that changes. */
function outputNames(entries: readonly Entry[], ending: string): readonly (string | undefined)[] {
  const names = nameOutputs(
    entries.filter((entry) => entry.absolute !== ''),
    ending,
  );
  let next = 0;
  return entries.map((entry) => (entry.absolute === '' ? undefined : names[next++]));
}

function outcomeOf(entry: Entry, path: string, setAside: DuplicateRecord | undefined): Outcome {
  if (entry.state === 'failed') return { kind: 'failed', code: entry.code ?? 'unknown', message: entry.reason ?? '' };
  if (entry.state === 'skipped') return { kind: 'skipped', reason: entry.reason ?? '' };
  if (entry.state === 'empty') return { kind: 'empty', reason: entry.reason ?? '' };
  if (setAside === undefined) return { kind: 'written', path };
  return { kind: 'duplicate', of: setAside.kept, match: setAside.kind, similarity: setAside.similarity };
}
