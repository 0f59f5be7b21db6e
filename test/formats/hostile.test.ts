/** Input made to hurt: every reader ends, in time that grows with the input, and never throws. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BadRecord, Entry } from '../../src/core/contracts.ts';
import type { RawDocument } from '../../src/core/types.ts';
import { formatNamed, readHtmlText, readText } from '../../src/formats/index.ts';

const SHAPES: readonly (readonly [string, (n: number) => string])[] = [
  ['nested blocks', (n) => `${'<div>'.repeat(n)}x`],
  ['end tags of nothing under deep blocks', (n) => '<div>'.repeat(n) + '</span></td></li>'.repeat(n)],
  ['nested tables', (n) => `${'<table><tr><td>'.repeat(n)}x`],
  ['nested links', (n) => `${'<a href=#>'.repeat(n)}x`],
  ['formatting across formatting', (n) => '<b><i>'.repeat(n) + 'x</b>'.repeat(n)],
  ['open attributes', (n) => `<p ${'x="'.repeat(n)}`],
  ['classes', (n) => `<p class="${'nav-menu-x '.repeat(n)}">x`],
  ['ampersands', (n) => '&'.repeat(n)],
  ['references', (n) => '&nGg;&amp;'.repeat(n)],
  ['comments', (n) => '<!--'.repeat(n)],
  ['data sections', (n) => '<![CDATA['.repeat(n)],
  ['breaks', (n) => '<br>'.repeat(n)],
  ['names', (n) => Array.from({ length: n }, (_, at) => `<x-${at}>`).join('')],
  ['rows', (n) => `<table>${'<tr><td>a<td>b'.repeat(n)}`],
  ['preformatted blanks', (n) => `<pre>${'\n '.repeat(n)}`],
];
const FEW = 4_000;
const MANY = 32_000;
/** Milliseconds; shorter times are noise. */
const LEAST_TIME = 8;

describe('time grows with the input', () => {
  test.each(SHAPES)('%s', (_, make) => {
    const few = Math.max(LEAST_TIME, bestTimeOf(make(FEW)));
    // Eight times the input may take eight times as long; 64 times would be quadratic.
    expect(bestTimeOf(make(MANY)) / few).toBeLessThan(24);
  });

  test('100,000 nested blocks take well under a second', () => {
    expect(timeOf('<div>'.repeat(100_000))).toBeLessThan(1500);
  });
});

/** The best of three: garbage collection only adds. */
function bestTimeOf(html: string): number {
  return Math.min(timeOf(html), timeOf(html), timeOf(html));
}

/** CPU time in milliseconds: a busy machine does not add to it. */
function timeOf(html: string): number {
  const start = process.cpuUsage();
  readHtmlText(html, { path: 'x' });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const MARKUP: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="nav">',
        '</div>',
        '<li>',
        '<ul>',
        '</ul>',
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<pre>',
        '</pre>',
        '<br>',
        '<hr>',
        '<h2>',
        '</h2>',
        '<a href=x>',
        '</a>',
        '<b>',
        '</b>',
      ),
      fc.constantFrom(
        '<script>',
        '</script>',
        '<svg>',
        '</svg>',
        '<title>',
        '</title>',
        '<template>',
        '<blockquote>',
        '<figcaption>',
        '&amp;',
        '&',
        '<',
        '<!--',
        '-->',
        '\n',
        ' ',
        'word ',
        'more words ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const MARKDOWN: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      '---\n',
      'title: x\n',
      '# h\n',
      '===\n',
      '- a\n',
      '1. a\n',
      '> q\n',
      '```\n',
      '~~~\n',
      '| a | b |\n',
      '| - | - |\n',
      '    c\n',
      '\tt\tu\n',
      'words\n',
      '\n',
      '\r\n',
      '\r',
      '***\n',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('any input is read', () => {
  test('blocks of a page follow one another and cover every line that is not blank', () => {
    fc.assert(
      fc.property(MARKUP, (html) => {
        expectWholeBlocks(readHtmlText(html, { path: 'x' }));
      }),
      { numRuns: 500 },
    );
  });

  test('blocks of Markdown follow one another and cover every line that is not blank', () => {
    fc.assert(
      fc.property(MARKDOWN, (text) => {
        expectWholeBlocks(readAs('markdown', Buffer.from(text)));
      }),
      { numRuns: 500 },
    );
  });

  test('any bytes are read by every reader of files', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const name of ['text', 'html', 'markdown']) expect(typeof readAs(name, bytes).text).toBe('string');
      }),
    );
  });

  test('any beginning of a document is read', () => {
    const whole =
      '---\ntitle: "x"\n---\n<!doctype html><p class="a&amp;b">a &eacute; <table><tr><td>x</table><script type="application/ld+json">{"@type":"Article"}</script></p>\n```\ncode\n```\n';
    const bytes = Buffer.from(whole);
    for (let end = 0; end <= bytes.length; end++) {
      for (const name of ['text', 'html', 'markdown'])
        expect(readAs(name, bytes.subarray(0, end)).source.bytes).toBe(end);
    }
  });
});

function readAs(name: string, bytes: Uint8Array): RawDocument {
  const format = formatNamed(name);
  if (format?.shape !== 'file') throw new Error(`${name} reads single files`);
  return format.read(bytes, { path: 'x' });
}

function expectWholeBlocks({ text, blocks }: RawDocument): void {
  const lines = text.split(/\r\n|\r|\n/);
  let next = 0;
  for (const block of blocks ?? []) {
    for (let at = next; at < block.first; at++) expect(lines[at]?.trim()).toBe('');
    expect(block.first).toBeGreaterThanOrEqual(next);
    expect(block.last).toBeGreaterThanOrEqual(block.first);
    next = block.last + 1;
  }
  for (const line of lines.slice(next)) expect(line.trim()).toBe('');
}

describe('records', () => {
  test('how the bytes are cut into chunks changes nothing', async () => {
    const bytes = Buffer.from('\ufeff{"id":"é","text":"Ein Fluß"}\r\n\n{"id":2,"text":"二"}\n{"text":3}');
    const whole = await records(bytes, bytes.length);
    expect(whole).toHaveLength(3);
    for (let size = 1; size < 20; size++) expect(await records(bytes, size)).toEqual(whole);
  });

  test('a line over the limit is a record that could not be read, and the next one is read', async () => {
    const filler = new Uint8Array(1024 * 1024).fill(0x61);
    const read: (Entry | BadRecord)[] = [];
    for await (const record of stream([...Array.from({ length: 65 }, () => filler), Buffer.from('\n{"text":"x"}')]))
      read.push(record);
    expect(read).toMatchObject([{ at: 1, code: 'oversized' }, { document: { id: 'x.jsonl#2', text: 'x' } }]);
  });

  test('half a letter becomes U+FFFD and is reported', async () => {
    const [read] = await records(Buffer.from('{"text":"a\\ud800b"}'), 100);
    expect(read).toMatchObject({ document: { text: 'a\ufffdb', notes: [{ rule: 'read/undecodable' }] } });
  });

  test('a key __proto__ stays data', async () => {
    const [read] = await records(Buffer.from('{"text":"x","__proto__":{"polluted":1}}'), 100);
    expect(read).toMatchObject({ document: { text: 'x' } });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

async function records(bytes: Uint8Array, size: number): Promise<readonly (Entry | BadRecord)[]> {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  const read: (Entry | BadRecord)[] = [];
  for await (const record of stream(chunks)) read.push(record);
  return read;
}

function stream(chunks: readonly Uint8Array[]): AsyncIterable<Entry | BadRecord> {
  const format = formatNamed('jsonl');
  if (format?.shape !== 'container') throw new Error('jsonl reads containers');
  return format.read(each(chunks), { path: 'x.jsonl' });
}

/** As a file reader does: every chunk in the same buffer. */
async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(0, ...chunks.map((chunk) => chunk.length)));
  for (const chunk of chunks) {
    buffer.set(chunk);
    yield buffer.subarray(0, chunk.length);
  }
}

describe('what a reader notices', () => {
  const rulesOf = (text: string): readonly string[] =>
    readText(text, { path: 'x' }).notes?.map((note) => note.message) ?? [];

  test.each([
    ['a colour escape', 'a \u001b[31mred', 1],
    ['an override', 'a \u202egnp.exe', 1],
    ['an isolate left open', 'a \u2066b\nc', 1],
    ['an isolate closed again', 'a \u2066b\u2069 c', 0],
    ['tags that spell a text', 'a\u{e0041}\u{e0042}', 1],
    ['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', 0],
    ['a joined emoji and a soft hyphen', '\u{1f469}\u200d\u{1f52c} as\u00adsess', 0],
    ['ordinary text', 'Rain, “at last”, said the farmer — and left.', 0],
    ['text that was decoded twice', 'Itâ€™s the cafÃ© we donâ€™t like', 1],
  ])('%s', (_, text, count) => {
    expect(rulesOf(text)).toHaveLength(count);
  });

  test('bytes that fit no encoding are reported with their first line', () => {
    const read = readAs('text', Buffer.concat([Buffer.from('é fine\n'), Buffer.from([0xff, 0xfe, 0xfd, 0x80, 0x81])]));
    expect(read.notes ?? []).toEqual([]);
    const forced = formatNamed('text');
    if (forced?.shape !== 'file') throw new Error('text reads single files');
    const asked = forced.read(Buffer.concat([Buffer.from('fine\n'), Buffer.from([0xff, 0xff, 0xff])]), {
      path: 'x',
      encoding: 'utf-8',
    });
    expect(asked.notes).toMatchObject([{ rule: 'read/undecodable', first: 1 }]);
  });
});
