/** Every file of fixtures/formats is read as its expected.json says; blocks stand there as `kind first-last details`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BadRecord, Entry } from '../../src/core/contracts.ts';
import type { Block, RawDocument } from '../../src/core/types.ts';
import { formatOf } from '../../src/formats/index.ts';

const ROOT = new URL('../../fixtures/formats/', import.meta.url).pathname;
const CASES = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((folder) => readdirSync(join(ROOT, folder.name)).map((name) => join(folder.name, name)))
  .filter((path) => !path.endsWith('.expected.json'));

describe('each fixture is read as expected', () => {
  test.each(CASES)('%s', async (path) => {
    const bytes = readFileSync(join(ROOT, path));
    const expected: unknown = JSON.parse(readFileSync(join(ROOT, path.replace(/\.\w+$/, '.expected.json')), 'utf8'));
    expect(await readAll(bytes, path)).toEqual(expected);
  });
});

async function readAll(bytes: Uint8Array, path: string): Promise<unknown> {
  const format = formatOf(bytes.subarray(0, 4096), path);
  if (format?.shape === 'file') return shown(format.read(bytes, { path }));
  const records: unknown[] = [];
  const read: AsyncIterable<Entry | BadRecord> = format?.read(oneChunk(bytes), { path }) ?? none();
  for await (const record of read) {
    records.push('document' in record ? { ...shown(record.document), record: JSON.parse(record.json ?? '') } : record);
  }
  return records;
}

function shown({ id, source, text, hints, blocks, notes }: RawDocument): Record<string, unknown> {
  return {
    id,
    format: source.format,
    ...(source.member === undefined ? {} : { member: source.member }),
    hints: hints ?? {},
    lines: text.split('\n'),
    ...(blocks === undefined ? {} : { blocks: blocks.map(shownBlock) }),
    ...(notes === undefined ? {} : { notes: notes.map((note) => note.rule) }),
  };
}

function shownBlock({ kind, first, last, level, ordered, links, region }: Block): string {
  const details = [
    level,
    ordered === true ? 'numbered' : undefined,
    links === undefined ? undefined : `${links}%`,
    region?.join(','),
  ];
  return [kind, `${first}-${last}`, ...details.filter((detail) => detail !== undefined && detail !== '')].join(' ');
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* none(): AsyncGenerator<never> {}
