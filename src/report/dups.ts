/** Copies and the documents they are copies of, as text and as JSON lines. */
import type { DocId, Lines, MatchKind } from '../core/types.ts';
import { percent } from './amounts.ts';
import { escapeTerminal } from './escape.ts';
import type { Paint } from './paint.ts';
import { lineNumbers } from './place.ts';
import { jsonLine } from './records.ts';
import { padTo } from './width.ts';

/** How a document is named to people: a path that they can type. */
export type Shown = (id: DocId) => string;

/** One copy and the document that was kept for it, as comparing records it. */
export interface CopyRow {
  readonly kept: DocId;
  readonly other: DocId;
  readonly cluster: DocId;
  readonly kind: MatchKind;
  readonly similarity: number;
  readonly scores: object;
  readonly spans: readonly { readonly kept: Lines; readonly other: Lines }[];
  readonly setAside: boolean;
}

/** A document that stays and those that are copies of it or say more than it. */
export interface CopyGroup {
  readonly kept: DocId;
  readonly records: readonly CopyRow[];
}

const WIDEST_NAME = 60;
/** Equal, nearly equal, and related: it says something that the kept one does not. */
const SIGNS = { exact: '=', copy: '≈', related: '~' } as const;

/** In the order of the records, which stand together by what was kept. */
export function* groupsOf(records: Iterable<CopyRow>): Generator<CopyGroup> {
  let open: CopyRow[] = [];
  for (const record of records) {
    const first = open[0] ?? record;
    if (first.kept !== record.kept || first.cluster !== record.cluster) {
      yield { kept: first.kept, records: open };
      open = [];
    }
    open.push(record);
  }
  const [first] = open;
  if (first !== undefined) yield { kept: first.kept, records: open };
}

export function renderGroup({ kept, records }: CopyGroup, shown: Shown, paint: Paint): string {
  const names = records.map(({ other }) => escapeTerminal(shown(other)));
  const width = Math.min(
    WIDEST_NAME,
    names.reduce((widest, name) => Math.max(widest, name.length), 0),
  );
  const rows = records.map((record, at) => {
    const sign = record.setAside ? (record.kind === 'exact' ? SIGNS.exact : SIGNS.copy) : SIGNS.related;
    const style = record.setAside ? 'removed' : 'kept';
    return `  ${paint(style, sign)} ${padTo(names[at] as string, width)}   ${paint('faint', standingOf(record))}\n`;
  });
  return `${paint('strong', escapeTerminal(shown(kept)))}\n${rows.join('')}`;
}

const MEANINGS: Readonly<Record<MatchKind, string>> = {
  exact: 'the same words',
  near: 'nearly the same words',
  revision: 'a revision',
  truncated: 'its beginning',
  excerpt: 'parts of it',
  contained: 'a passage of it',
};

function standingOf({ kind, similarity, setAside }: CopyRow): string {
  if (kind === 'exact') return MEANINGS.exact;
  const share = similarity === 1 ? 'all' : percent(similarity);
  if (setAside) return `${MEANINGS[kind]}, ${share} of its sentences are there`;
  return `${kind}; only ${share} of its sentences are there, so both stay`;
}

export function groupJson({ kept, records }: CopyGroup, shown: Shown): string {
  return jsonLine({
    kept: shown(kept),
    copies: records.map(({ other, kind, similarity, scores, spans, setAside }) => ({
      path: shown(other),
      kind,
      similarity,
      set_aside: setAside,
      scores,
      spans: spans.map((span) => ({ kept: lineNumbers(span.kept), other: lineNumbers(span.other) })),
    })),
  });
}
