/** One document's verdicts as one JSON line. Keys are part of the product's contract. */
import type { Finding } from '../core/types.ts';
import type { Explained } from './explain.ts';
import { countFates } from './fates.ts';
import { lineRows } from './line-rows.ts';
import { lineNumbers } from './place.ts';
import { jsonLine } from './records.ts';

export function explanationJson({ name, doc, article }: Explained): string {
  return jsonLine({
    file: name,
    id: doc.id,
    format: doc.source.format,
    encoding: doc.source.encoding,
    line_end: doc.source.lineEnd,
    doubtful: article.doubtful,
    words: article.words,
    words_before: article.wordsBefore,
    meta: article.meta,
    counts: countFates(article.verdicts, article.findings),
    lines: lineRows(doc, article).map(({ finding, ...row }) => (finding < 0 ? row : { ...row, finding })),
    findings: article.findings.map(findingJson),
  });
}

export function findingJson({ first, last, ...finding }: Finding): object {
  return { lines: lineNumbers({ first, last }), ...finding };
}
