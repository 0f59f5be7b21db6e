/** The labelled files beside the project, where they are. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { decodeBytes } from '../../src/text/decode.ts';
import { looksMojibake } from '../../src/text/mojibake.ts';

const hostile = new URL('../../../shared/data/hostile/', import.meta.url);
const read = (path: string): Buffer => readFileSync(new URL(path, hostile));
const there = existsSync(hostile);
const testShared = there ? test : test.skip;
const aloud = there ? '' : ' [SKIPPED: ../shared/data/hostile is not beside the project]';

interface Labelled {
  readonly file: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly sha256_utf8: string;
}

interface Repair {
  readonly original: string;
  readonly fixed: string;
  readonly 'fixed-encoding'?: string;
}

testShared(`every labelled file decodes to its text${aloud}`, () => {
  const files = read('encodings/index.jsonl')
    .toString()
    .trim()
    .split('\n')
    .map((line): Labelled => JSON.parse(line));
  const wrong = files.filter(({ file, bom, sha256_utf8 }) => {
    const decoded = decodeBytes(read(`encodings/${file}`));
    return createHash('sha256').update(decoded.text).digest('hex') !== sha256_utf8 || decoded.bom !== bom;
  });
  expect(files.length).toBeGreaterThanOrEqual(45);
  expect(wrong).toEqual([]);
});

testShared(`a file declared as what it is decodes to its text under that name${aloud}`, () => {
  const files = read('encodings/index.jsonl')
    .toString()
    .trim()
    .split('\n')
    .map((line): Labelled => JSON.parse(line));
  const wrong = files.filter(({ file, encoding, sha256_utf8 }) => {
    const decoded = decodeBytes(read(`encodings/${file}`), { declared: encoding });
    return createHash('sha256').update(decoded.text).digest('hex') !== sha256_utf8 || decoded.encoding !== encoding;
  });
  expect(wrong).toEqual([]);
});

for (const [encoding, name] of [
  ['big5', 'big5'],
  ['shift_jis', 'shift_jis'],
  ['iso-2022-jp', 'iso_2022_jp'],
] as const) {
  testShared(`every byte pair of ${encoding} decodes as the standard says${aloud}`, () => {
    const pairs = gunzipSync(read(`encodings/tables/${name}_in.txt.gz`));
    const right = gunzipSync(read(`encodings/tables/${name}_in_ref.txt.gz`))
      .toString()
      .split('\n');
    const lines = decodeBytes(pairs, { encoding }).text.split('\n');
    expect(lines.length).toBe(right.length);
    expect(lines.filter((line, at) => line !== right[at])).toEqual([]);
  });
}

testShared(`double-encoded text is told from text that only looks so${aloud}`, () => {
  const cases = ['ftfy-synthetic', 'ftfy-negative'].flatMap((file): Repair[] =>
    JSON.parse(read(`mojibake/${file}.json`).toString()),
  );
  // The one case of the negatives that ftfy does mend is a C1 control character, not double encoding.
  const good = cases.filter(
    (one) => one.original === (one['fixed-encoding'] ?? one.fixed) || one.original.includes('parlé\u0085'),
  );
  const bad = cases.filter((one) => !good.includes(one));
  expect(good.filter((one) => looksMojibake(one.original))).toEqual([]);
  expect(bad.filter((one) => !looksMojibake(one.original))).toEqual([]);
  expect(bad.length).toBeGreaterThan(10);
});
