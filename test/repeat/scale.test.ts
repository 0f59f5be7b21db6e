import { expect, test } from '@jest/globals';
import type { DocId, Document } from '../../src/core/types.ts';
import { findRepeats } from '../../src/repeat/find-repeats.ts';
import { makeDocument } from '../../src/text/document.ts';

const PARAGRAPHS = 30_000;
/** Seconds of processor time; a hundred thousand took 0.4 to 0.9 alone, and once 6.3 on a busy machine. */
const LIMIT = 20;
const PATIENCE = 120_000;

test(
  'thirty thousand identical paragraphs are one finding within the time limit',
  () => {
    const doc = read(
      Array.from(
        { length: PARAGRAPHS },
        () => 'The lamp on the pier was lit at dusk, as it was lit every day of that long year.',
      ),
    );
    const { seconds, result } = timed(() => findRepeats(doc));
    expect(result.map(({ message }) => message)).toEqual([`lines 2-${PARAGRAPHS} repeat line 1`]);
    expect(seconds).toBeLessThan(LIMIT);
  },
  PATIENCE,
);

test(
  'thirty thousand paragraphs that differ in one figure all stay within the time limit',
  () => {
    const doc = read(
      Array.from(
        { length: PARAGRAPHS },
        (_, at) => `Entry ${at} of the log says that the lamp on the pier was lit at dusk, as it was lit every day.`,
      ),
    );
    const { seconds, result } = timed(() => findRepeats(doc));
    expect(result).toEqual([]);
    expect(seconds).toBeLessThan(LIMIT);
  },
  PATIENCE,
);

test(
  'text that overlaps itself is read within the time limit',
  () => {
    for (const text of [
      'a '.repeat(500_000),
      'a b '.repeat(250_000),
      'one two three four five six seven.\n'.repeat(100_000),
      'x\n'.repeat(100_000),
    ]) {
      expect(timed(() => findRepeats(read([text]))).seconds).toBeLessThan(LIMIT);
    }
  },
  PATIENCE,
);

function read(lines: readonly string[]): Document {
  const source = { path: 'a.txt', format: 'text', encoding: 'utf-8', bom: false, lineEnd: 'LF', bytes: 0 } as const;
  return makeDocument({ id: 'a.txt' as DocId, source, text: `${lines.join('\n')}\n` });
}

function timed<Result>(run: () => Result): { readonly seconds: number; readonly result: Result } {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, result };
}
