/** Pass 3 over the entries of a run. An input that changes meanwhile is listed, and the rest is compared again without it. */
import type { DocId } from '../core/types.ts';
import type { ComparedText } from '../dedup/compared.ts';
import type { DuplicateRecord } from '../dedup/duplicate-records.ts';
import type { Print } from '../dedup/print-rows.ts';
import { comparePrints } from '../pipeline/compare.ts';
import { type Articles, ChangedInput, UnreadContainer } from './articles.ts';
import type { Entry } from './entries.ts';
import { NO_REFERENCES, type References } from './references.ts';
import type { Comparing } from './request.ts';

export interface Compared {
  readonly entries: readonly Entry[];
  readonly duplicates: readonly DuplicateRecord[];
}

export async function compareEntries(
  entries: readonly Entry[],
  articles: Articles,
  comparing: Comparing,
  references: References = NO_REFERENCES,
): Promise<Compared> {
  let current = entries;
  for (;;) {
    const byId = new Map<DocId, Entry>();
    const prints: Print[] = [...references.texts.keys()];
    for (const entry of current) {
      const print = entry.printRow ?? entry.print;
      if (entry.state !== 'article' || print === undefined) continue;
      byId.set(entry.id, entry);
      prints.push(print);
    }
    try {
      const textOf = (print: Print): ComparedText =>
        references.texts.get(print)?.() ?? articles.textOf(byId.get(print.id) as Entry);
      const duplicates = await comparePrints(prints, textOf, {
        survivor: comparing.survivor,
        isReference: (print) =>
          references.texts.has(print) || references.isReference((byId.get(print.id) as Entry).absolute),
      });
      return { entries: current, duplicates };
    } catch (error) {
      if (error instanceof UnreadContainer) {
        await prepareAll(current, articles);
        await references.prepare();
      } else if (error instanceof ChangedInput) current = withoutChanged(current, error.path);
      else throw error;
    }
  }
}

async function prepareAll(entries: readonly Entry[], articles: Articles): Promise<void> {
  await articles.prepare(entries.filter((entry) => entry.state === 'article'));
}

export function withoutChanged(entries: readonly Entry[], path: string): readonly Entry[] {
  return entries.map((entry) => (entry.path === path ? changedEntry(entry) : entry));
}

function changedEntry({ id, path, absolute, record, member, bytes }: Entry): Entry {
  const named = { ...(record === undefined ? {} : { record }), ...(member === undefined ? {} : { member }) };
  return {
    id,
    path,
    absolute,
    ...named,
    state: 'failed',
    code: 'changed',
    reason: 'it changed while it was read',
    words: 0,
    wordsBefore: 0,
    bytes,
  };
}
