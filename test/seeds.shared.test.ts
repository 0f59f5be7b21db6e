/** The three pages the project began with, through the real binary. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { run } from './cli/binary.ts';
import { SHARED, testShared } from './harness/shared.ts';

const RAW = join(SHARED, 'seeds/raw');
const EXPECTED = join(SHARED, 'seeds/expected');
/** Words of the body, and with the title above it, as `wc -w` counts them. */
const WORDS: readonly (readonly [string, number, number])[] = [
  ['000', 324, 332],
  ['002', 499, 511],
  ['004', 619, 625],
];
/** Non-blank lines of all three by what became of them. */
const FATES = { kept: 51, moved: 11, repeated: 17, chrome: 14, caption: 7, related: 3 };
const PATIENCE = 60_000;

describe('the three seeds', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clean-archive-seeds-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  testShared(
    'a run gives exactly the articles expected, and exits 0',
    () => {
      expect(run(folder, [RAW, 'out']).code).toBe(0);
      expect(
        readdirSync(join(folder, 'out'))
          .filter((name) => name !== '_clean-archive')
          .sort(),
      ).toEqual(readdirSync(EXPECTED).sort());
      for (const name of readdirSync(EXPECTED)) {
        expect(readFileSync(join(folder, 'out', name), 'utf8')).toBe(readFileSync(join(EXPECTED, name), 'utf8'));
      }
    },
    PATIENCE,
  );

  testShared(
    'explain accounts for every line, each with a rule and a reason',
    () => {
      const { code, out } = run(folder, ['explain', '--json', ...seedPaths()]);
      expect(code).toBe(0);
      const lines = out
        .trim()
        .split('\n')
        .flatMap((row) => (JSON.parse(row) as Explanation).lines);
      const counts: Record<string, number> = {};
      for (const line of lines.filter(({ fate }) => fate !== 'blank')) {
        const fate = line.fate === 'dropped' ? (line.kind ?? '') : line.fate;
        counts[fate] = (counts[fate] ?? 0) + 1;
        if (line.fate !== 'kept')
          expect(line).toEqual(
            expect.objectContaining({ rule: expect.stringContaining('/'), reason: expect.stringMatching(/\w{3}/) }),
          );
      }
      expect(counts).toEqual(FATES);
    },
    PATIENCE,
  );

  for (const [seed, body, titled] of WORDS) {
    testShared(
      `as a filter, seed ${seed} has ${body} words, and ${titled} with its title`,
      () => {
        const input = readFileSync(seedPaths().find((path) => path.includes(`/${seed}_`)) ?? '', 'utf8');
        expect(wordsOf(run(folder, ['--no-title'], { input }).out)).toBe(body);
        expect(wordsOf(run(folder, [], { input }).out)).toBe(titled);
      },
      PATIENCE,
    );
  }
});

interface Explanation {
  readonly lines: readonly {
    readonly fate: string;
    readonly kind?: string;
    readonly rule?: string;
    readonly reason?: string;
  }[];
}

function seedPaths(): readonly string[] {
  return readdirSync(RAW)
    .sort()
    .map((name) => join(RAW, name));
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
