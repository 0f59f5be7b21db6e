/** Every case of fixtures/documents: its golden, and all the shapes in which the same page may come. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MetaKey } from '../src/core/types.ts';
import { renderArticle } from '../src/engine/documents.ts';
import { readOne } from '../src/engine/read-one.ts';
import { DEFAULT_CLEANING_REQUEST, DEFAULT_READING, DEFAULT_WRITING } from '../src/engine/request.ts';
import { lineRows } from '../src/report/line-rows.ts';
import { run } from './cli/binary.ts';
import { cleanBytes, type DocumentCase, documentCases, readInput, withoutSource } from './harness/document-cases.ts';
import { isMet, parseMargin, readGolden, UPDATES, writeDocumentGoldens } from './harness/goldens.ts';
import { AS_KNOWN, type Claim, judge } from './harness/known.ts';
import { KNOWN_FAILURES } from './known-failures.ts';

const CASES = documentCases();
const MARK = '\ufeff';

/** The same page in other bytes. */
const SHAPES: Readonly<Record<string, (text: string) => Buffer>> = {
  CRLF: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  CR: (text) => Buffer.from(text.replaceAll('\n', '\r')),
  'a byte order mark': (text) => Buffer.from(MARK + text),
  'UTF-16LE': (text) => Buffer.from(MARK + text, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(MARK + text, 'utf16le').swap16(),
};

describe.each(CASES.map((one): [string, DocumentCase] => [one.name, one]))('%s', (name, one) => {
  const bytes = readInput(one);
  const { doc, article, markdown } = cleanBytes(bytes, one.input);
  const rows = lineRows(doc, article);
  if (UPDATES) writeDocumentGoldens(one.folder, name, markdown, rows);

  test('says what it is about and which traps it holds', () => {
    expect(one.about).toMatch(/^.{30,}\.$/);
    expect(one.traps.length).toBeGreaterThan(0);
  });

  test('every line is judged as expected.lines says', () => {
    const golden = parseMargin(readGolden(one.folder, 'expected.lines'));
    expect(golden.map(({ text }) => text)).toEqual(rows.map(({ text }) => text.trimEnd()));
    const claims = golden.map((line, at): Claim => {
      const row = rows[at] as (typeof rows)[number];
      const got = `${row.fate} ${row.rule ?? ''} ${row.fields?.join(', ') ?? ''}`.trimEnd();
      return {
        key: `${name}:${row.number}`,
        holds: isMet(line, row),
        message: `wants ${line.sign} ${line.why}, is ${got}: ${line.text.slice(0, 60)}`,
      };
    });
    expect(judge(claims)).toEqual(AS_KNOWN);
  });

  test('metadata is what case.json says, and nothing more', () => {
    const keys = [
      ...new Set([...Object.keys(one.meta), ...Object.keys(article.meta), ...knownKeys(name)]),
    ] as MetaKey[];
    const claims = keys.map((key): Claim => {
      const [want, got] = [JSON.stringify(one.meta[key]), JSON.stringify(article.meta[key])];
      return { key: `${name}:meta.${key}`, holds: want === got, message: `wants ${want}, is ${got}` };
    });
    expect(judge(claims)).toEqual(AS_KNOWN);
  });

  test('the article is expected.md', () => {
    expect(markdown).toBe(readGolden(one.folder, 'expected.md'));
  });

  test('cleaned again, the article stays as it is', () => {
    const again = withoutSource(cleanBytes(Buffer.from(markdown), 'expected.md').markdown);
    const before = withoutSource(markdown);
    const claim: Claim = { key: `${name}:twice`, holds: again === before, message: 'changes when it is cleaned again' };
    if (judge([claim]).failing.length > 0) expect(again).toBe(before);
    expect(judge([claim])).toEqual(AS_KNOWN);
  });

  test.each(Object.entries(SHAPES))('comes out the same in %s', (_, shape) => {
    expect(cleanBytes(shape(bytes.toString('utf8')), one.input).markdown).toBe(markdown);
  });

  test('comes out the same from stdin, where nothing but its bytes tells what it is', async () => {
    const read = await readOne({
      cwd: '.',
      bytes,
      name: 'stdin',
      reading: DEFAULT_READING,
      cleaning: DEFAULT_CLEANING_REQUEST,
    });
    expect(withoutSource(renderArticle(read.article, DEFAULT_WRITING))).toBe(withoutSource(markdown));
  });
});

describe('all documents together, through the real binary', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clean-archive-documents-'));
    for (const one of CASES) {
      const path = join(folder, 'raw', rawName(one));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, readInput(one));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('none disturbs another, and every article is its expected.md', () => {
    const { code, err } = run(folder, ['raw', 'out']);
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('fault') });
    const wrong = CASES.filter((one) => {
      const output = rawName(one)
        .replace(/\.txt$/, '')
        .concat('.md');
      return (
        withoutSource(readFileSync(join(folder, 'out', output), 'utf8')) !==
        withoutSource(readGolden(one.folder, 'expected.md'))
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  }, 120_000);
});

describe('the fixtures', () => {
  test('are at least 60, over 16 kinds of page and 18 languages', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map(({ name }) => name.split('/')[0])).size).toBeGreaterThanOrEqual(16);
    expect(new Set(CASES.map(({ meta }) => meta.lang?.split('-')[0])).size).toBeGreaterThanOrEqual(18);
  });

  test('are all named rightly where a failure is known', () => {
    const lines = new Map(CASES.map((one) => [one.name, parseMargin(readGolden(one.folder, 'expected.lines')).length]));
    const unknown = KNOWN_FAILURES.filter((key) => !key.startsWith('archives/')).filter((key) => {
      const [name = '', claim = ''] = key.split(':');
      return !/^meta\.[a-z_]+$|^twice$/.test(claim) && !(Number(claim) >= 1 && Number(claim) <= (lines.get(name) ?? 0));
    });
    expect(unknown).toEqual([]);
    expect(new Set(KNOWN_FAILURES).size).toBe(KNOWN_FAILURES.length);
  });
});

function rawName({ name, input }: DocumentCase): string {
  return `${name}${input.slice(input.indexOf('.'))}`;
}

function knownKeys(name: string): readonly string[] {
  const prefix = `${name}:meta.`;
  return KNOWN_FAILURES.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}
