import { expect, test } from '@jest/globals';
import type { CleanArticle, Finding } from '../../src/core/types.ts';
import { readText } from '../../src/formats/index.ts';
import { cleanDocument } from '../../src/pipeline/clean.ts';
import { documentFindings } from '../../src/report/document-findings.ts';
import { makeDocument } from '../../src/text/document.ts';

test('cost no more each where a file repeats very many passages', () => {
  const count = 40_000;
  const doc = makeDocument(readText('Wharf\n'.repeat(count), { path: 'a.txt' }));
  const repeated = (at: number): Finding => ({
    first: at,
    last: at,
    kind: 'repeated',
    rule: 'repeat/run',
    message: 'said before',
    action: 'drop',
    confidence: 1,
  });
  const lines = Array.from({ length: count }, (_none, at) => at);
  const article: CleanArticle = {
    ...cleanDocument(makeDocument(readText('Wharf', { path: 'a.txt' }))),
    findings: lines.map(repeated),
    verdicts: lines.map((by) => ({ fate: 'dropped', by })),
    wordsBefore: count,
    body: [],
  };
  const before = performance.now();
  expect(documentFindings(doc, article)).toHaveLength(count);
  expect(performance.now() - before).toBeLessThan(4_000);
});

test('stand where an editor shows them, whatever the line ends and what stands before them', () => {
  const body = Array.from(
    { length: 4 },
    (_none, at) => `The ferry number ${at} left the harbour before the storm came.`,
  );
  const text = `\ufeff  Search this site\r\n\r\n${body.join('\r\n\r\n')}\r\n`;
  const doc = makeDocument(readText(text, { path: 'a.txt' }));
  const [chrome] = documentFindings(doc, cleanDocument(doc)).filter(({ kind }) => kind === 'chrome');
  expect(chrome?.region).toEqual({ startLine: 1, startColumn: 3, endLine: 1, endColumn: 19 });
});
