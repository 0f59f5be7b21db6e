/** What the copies of a document state that it does not: other headlines, dates, addresses. */
import { compareText } from '../core/ids.ts';
import type { Metadata } from '../core/types.ts';
import { headOf } from './entries.ts';
import type { Result } from './results.ts';

const FIELDS = ['title', 'date', 'publisher', 'url'] as const;

export interface CopiesOf {
  /** How many documents were set aside for this one. */
  readonly copies: number;
  /** Values that copies have and the document has not, at most `MOST_VALUES` of a field. */
  readonly also?: Readonly<Record<string, readonly string[]>>;
}

/** A page that a whole site carries is copied thousands of times; the rest stands in the rows of the copies. */
const MOST_VALUES = 20;

/** By the documents that stayed. */
export function gatherCopies(results: readonly Result[]): ReadonlyMap<string, CopiesOf> {
  const copies = new Map<string, Result[]>();
  for (const result of results) {
    const { copyOf } = result;
    if (copyOf?.setAside !== true) continue;
    const known = copies.get(copyOf.kept);
    if (known === undefined) copies.set(copyOf.kept, [result]);
    else known.push(result);
  }
  const gathered = new Map<string, CopiesOf>();
  for (const { entry } of results) {
    const own = copies.get(entry.id);
    if (own !== undefined) gathered.set(entry.id, copiesOf(metaOf(entry), own));
  }
  return gathered;
}

function copiesOf(own: Metadata, copies: readonly Result[]): CopiesOf {
  const also: Record<string, readonly string[]> = {};
  const stated = copies.map(({ entry }) => metaOf(entry));
  for (const field of FIELDS) {
    const others = new Set(stated.flatMap((meta) => meta[field] ?? []));
    others.delete(own[field] ?? '');
    if (others.size > 0) also[field] = [...others].sort(compareText).slice(0, MOST_VALUES);
  }
  return { copies: copies.length, ...(Object.keys(also).length === 0 ? {} : { also }) };
}

function metaOf(entry: Result['entry']): Metadata {
  return headOf(entry)?.facts.meta ?? {};
}
