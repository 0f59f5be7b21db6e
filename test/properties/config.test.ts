/** Whatever a configuration file holds, it is read or refused with its place; nothing else comes of it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CONFIG_KEYS } from '../../src/cli/config/keys.ts';
import { readConfig } from '../../src/cli/config/read.ts';
import { UsageError } from '../../src/core/errors.ts';

const FOLDER = '/nowhere/project';
const WORDS = [
  ...CONFIG_KEYS.map(({ key }) => key),
  ...['rules', 'keep', 'drop', 'overrides', 'files', 'chrome/pager', '__proto__', 'constructor', '$schema', '<<'],
  ...[
    'true',
    'null',
    'strict',
    '-1',
    '1e999',
    '64M',
    '*.txt',
    '(a+)+$',
    '[',
    '../x',
    '!!js/function',
    '&a',
    '*a',
    '\u001b[2J',
  ],
];
const SIGNS = [
  ': ',
  '\n',
  '\n  ',
  '\n- ',
  '\n    - ',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '"',
  "'",
  '# ',
  '---\n',
  '? ',
  '| \n',
  '%YAML\n',
];

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const yaml = fc.array(fc.oneof(word, fc.constantFrom(...SIGNS)), { maxLength: 40 }).map((parts) => parts.join(''));
const keyed = fc
  .array(fc.tuple(word, fc.oneof(word, yaml)), { maxLength: 6 })
  .map((rows) => rows.map(([key, value]) => `${key}: ${value}\n`).join(''));

function read(text: string, name: string): void {
  const absolute = `${FOLDER}/${name}`;
  try {
    readConfig({ shown: name, absolute, folder: FOLDER, text }, FOLDER);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(/^[\w./-]+(?::\d+:\d+)?: [^\n]*$/);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}

describe('a configuration', () => {
  test('of YAML signs in any order', () => {
    fc.assert(
      fc.property(fc.oneof(yaml, keyed), (text) => read(text, 'clean-archive.yaml')),
      { numRuns: 1500 },
    );
  });

  test('of any JSON value', () => {
    const objects = fc.dictionary(word, fc.oneof(fc.jsonValue(), fc.array(word), fc.dictionary(word, word)));
    fc.assert(
      fc.property(objects, (value) => read(JSON.stringify(value), 'clean-archive.json')),
      { numRuns: 1000 },
    );
  });
});
