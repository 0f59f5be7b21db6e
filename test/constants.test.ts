import { describe, expect, test } from '@jest/globals';
import { withConstants } from '../scripts/constants.mjs';

describe('the bundle gets its constants back', () => {
  test.each([
    ['what is given its value once', 'var a=1,b=f();', 'const a=1;const b=f();'],
    ['classes and functions as values', 'var A=class{},f=()=>A;', 'const A=class{};const f=()=>A;'],
  ])('%s', (_what, code, constant) => {
    expect(withConstants(code)).toBe(constant);
  });

  test.each([
    ['assigned later', 'var a=1;function f(){a=2}'],
    ['counted', 'var a=1;a++;'],
    ['taken out of something', 'var a=1;({b:a=2}=f());'],
    ['filled by a loop', 'var a=1;for(a of f());'],
    ['without a value', 'var a;'],
    ['declared twice', 'var a=1;var a=2;'],
    ['taken apart', 'var {a}=f();'],
  ])('but not what is %s', (_what, code) => {
    expect(withConstants(code)).toBe(code);
  });

  test('of code that does the same as before', () => {
    const code = 'var a=1,b=[a];var c=2;c+=b[0];b.push(c);globalThis.bundled=b.join();';
    for (const text of [code, withConstants(code)]) {
      new Function(text)();
      expect((globalThis as { bundled?: string }).bundled).toBe('1,3');
    }
  });
});
