/** What lies beside the project for its makers: seeds, labelled pages, hostile inputs. Tests that need it say aloud that they are skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { ROOT } from './modules.ts';

export const SHARED: string = join(ROOT, '../shared');

const IS_THERE = existsSync(SHARED);

/** A test, or a skipped one whose title says why. */
export function testShared(title: string, body: () => void | Promise<void>, patience?: number): void {
  if (IS_THERE) test(title, body, patience);
  else test.skip(`${title} [SKIPPED: ../shared is not beside the project]`, body);
}

/** The rows of a JSONL file below `../shared`; none where it is absent. */
export function sharedRows<Row>(path: string): readonly Row[] {
  if (!IS_THERE) return [];
  return readFileSync(join(SHARED, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}
