import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { kernelCode } from '../scripts/kernel.mjs';

test('the code of the kernel is what kernel/ says', async () => {
  expect(await kernelCode()).toBe(readFileSync('src/dedup/kernel-code.ts', 'utf8'));
});
