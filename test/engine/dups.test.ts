import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DuplicateRecord } from '../../src/dedup/duplicate-records.ts';
import { type DupsReport, type DupsRequest, findDuplicates } from '../../src/engine/dups.ts';
import { PartReader } from '../../src/engine/parts.ts';
import { DEFAULT_INPUTS, DEFAULT_JOB, DEFAULT_READING, type Progress } from '../../src/engine/request.ts';
import { clear, page, put, scratch } from './archive.ts';

const PAGES = 30;
let home = '';
beforeEach(() => {
  home = scratch();
});
afterEach(() => clear(home));

type Found = Omit<DupsReport, 'records'> & { readonly records: readonly DuplicateRecord[] };

async function find(changes: Partial<DupsRequest> = {}): Promise<Found> {
  const inputs = { ...DEFAULT_INPUTS, cwd: home, paths: ['raw'] };
  const report = await findDuplicates({
    ...DEFAULT_JOB,
    inputs,
    jobs: 1,
    wantsSpans: true,
    memory: 1 << 28,
    ...changes,
  });
  return { ...report, records: [...report.records] };
}

/** Every third page is copied: whole, its beginning, or with a word changed. */
function texts(): readonly string[] {
  return Array.from({ length: PAGES }, (_none, at) => page(at)).flatMap((text, at) => {
    if (at % 3 > 0) return [text];
    const copies = [text.toUpperCase(), text.slice(0, text.length * 0.8), text.replace('harbour', 'haven')];
    return [text, copies[(at / 3) % 3] as string];
  });
}

function asFiles(): void {
  put(home, Object.fromEntries(texts().map((text, at) => [`raw/${String(at).padStart(3, '0')}.txt`, text])));
}

function asRecords(gap = ''): void {
  const lines = texts().map((text, at) => JSON.stringify({ id: `d${at}`, text }));
  put(home, { 'raw/all.jsonl': `${lines.join(`\n${gap}`)}\n` });
}

describe('copies among documents as they are', () => {
  test('are found in files and in records alike', async () => {
    asFiles();
    const files = await find();
    expect(files.records.filter(({ setAside }) => setAside)).toHaveLength(PAGES / 3);
    clear(join(home, 'raw'));
    asRecords();
    const records = await find();
    const told = ({ records: all }: Found): readonly unknown[] =>
      all.map(({ kept, other, kind, scores, spans, setAside }) => {
        const numbers = [kept, other].map(
          (id) => Number(/(\d+)(?:\.txt)?$/.exec(id)?.[1]) - (id.includes('#') ? 1 : 0),
        );
        return JSON.stringify([numbers, kind, scores, spans, setAside]);
      });
    expect([...told(records)].sort()).toEqual([...told(files)].sort());
    expect(files.documents).toBe(records.documents);
  });

  test('are the same whatever the size of parts and the memory', async () => {
    asRecords('\n');
    const whole = await find();
    for (const partBytes of [1, 700, 5000, 20_000]) {
      const { records, documents } = await find({ partBytes, memory: 0 });
      expect({ records, documents }).toEqual({ records: whole.records, documents: whole.documents });
    }
  });

  test('a record that cannot be read is named by its line, and the others are compared', async () => {
    const text = page(1);
    put(home, { 'raw/a.jsonl': `${JSON.stringify({ text })}\n\nno json\n${JSON.stringify({ text })}\n{"id":1}\n` });
    for (const partBytes of [1 << 20, 600]) {
      const { records, failed } = await find({ partBytes });
      expect(records.map(({ kept, other, kind }) => [kept, other, kind])).toEqual([
        ['a.jsonl#1', 'a.jsonl#4', 'exact'],
      ]);
      expect(failed.map(({ path, code }) => [path, code])).toEqual([
        ['a.jsonl#3', 'bad-json'],
        ['a.jsonl#5', 'no-text'],
      ]);
    }
  });

  test('a large file is read as what it is, whatever its name or as what the user says', async () => {
    const text = page(1);
    const records = `${[text, page(2), text].map((one) => JSON.stringify({ text: one })).join('\n')}\n`;
    put(home, { 'raw/crawl.txt': records });
    const reading = { ...DEFAULT_READING, from: 'jsonl', maxFileBytes: records.length - 1 };
    const { records: found, failed } = await find({ partBytes: 600, reading });
    expect(failed).toEqual([]);
    expect(found.map(({ kept, other }) => [kept, other])).toEqual([['crawl.txt#1', 'crawl.txt#3']]);
    clear(join(home, 'raw'));
    put(home, { 'raw/a.jsonl': records, 'raw/b.txt': records });
    const asText = await find({ partBytes: 600, reading: { ...DEFAULT_READING, from: 'text' } });
    expect(asText).toMatchObject({ documents: 2, failed: [], records: [{ kept: 'a.jsonl', other: 'b.txt' }] });
  });

  test('an input that changes between its two readings is told, and is no fault', async () => {
    asRecords();
    const file = join(home, 'raw/all.jsonl');
    let isCut = false;
    const cut = ({ phase }: Progress): void => {
      if (phase !== 'sign' || isCut) return;
      isCut = true;
      truncateSync(file, 100);
    };
    const inputs = { ...DEFAULT_INPUTS, cwd: home, paths: ['raw'] };
    const request = { ...DEFAULT_JOB, inputs, jobs: 1, wantsSpans: true, memory: 0 };
    await expect(findDuplicates(request, cut)).rejects.toThrow(/all\.jsonl.*it changed while it was read/);
  });

  test('empty files and binaries are skipped, not failed', async () => {
    put(home, { 'raw/a.txt': page(1), 'raw/b.txt': '', 'raw/c.txt': new Uint8Array([0, 1, 2, 3, 0, 255]) });
    const { records, failed, skipped, documents } = await find();
    expect({ records, failed, documents }).toEqual({ records: [], failed: [], documents: 1 });
    expect(skipped.map(({ path }) => path)).toEqual(['b.txt', 'c.txt']);
  });
});

test('the parts of a file hold every line once, whatever their size', () => {
  const line = fc.oneof(
    fc.constantFrom('', ' ', '{"text":"é ü 中文"}', '{"text":""}', 'x'),
    fc.string({ maxLength: 40 }).map((text) => JSON.stringify({ text })),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 60 }),
      (lines, ends, size) => {
        const bytes = Buffer.from(lines.join('\n') + (ends ? '\n' : ''));
        put(home, { 'raw/p.jsonl': bytes });
        const file = { path: 'p.jsonl', absolute: join(home, 'raw/p.jsonl') };
        const read = (from: number, to: number): readonly (readonly [string, string])[] => {
          const reader = new PartReader(DEFAULT_READING);
          const all: [string, string][] = [];
          reader.read({ ...file, part: { from, to } }, (document, address) => {
            all.push([document.text, bytes.subarray(address.offset, address.offset + address.length).toString()]);
          });
          reader.close();
          return all;
        };
        const parts: (readonly [string, string])[] = [];
        for (let from = 0; from < bytes.length; from += size)
          parts.push(...read(from, Math.min(bytes.length, from + size)));
        expect(parts).toEqual(bytes.length === 0 ? [] : read(0, bytes.length));
        expect(parts.map(([, written]) => written)).toEqual(lines.filter((written) => written.startsWith('{')));
      },
    ),
  );
});
