import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ENDINGS } from '../../src/engine/documents.ts';
import { DEFAULT_INPUTS } from '../../src/engine/request.ts';
import { findFiles } from '../../src/engine/walk.ts';
import { clear, put, scratch } from './archive.ts';

let home = '';
beforeEach(() => {
  home = scratch();
});
afterEach(() => clear(home));

test('a pattern of an ignore file that would take too long has no say, aloud; the others have', () => {
  const deep = Array.from({ length: 40 }, () => 'a').join('/');
  put(home, {
    'raw/.cleanarchiveignore': `draft.txt\n${'**/a/'.repeat(7)}b\n**/**/**/**/old.txt\n`,
    [`raw/${deep}/one.txt`]: 'one',
    'raw/draft.txt': 'two',
    'raw/x/old.txt': 'three',
  });
  const { files, ignored, notices } = findFiles({ ...DEFAULT_INPUTS, cwd: home, paths: ['raw'] }, ENDINGS);
  expect(files.map(({ path }) => path)).toEqual([`${deep}/one.txt`]);
  expect(ignored).toBe(2);
  expect(notices).toEqual(['.cleanarchiveignore: a pattern with ** more than 3 times passed over']);
});
