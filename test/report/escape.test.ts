import { describe, expect, test } from '@jest/globals';
import { escapeJson, escapeTerminal, escapeTerminalText } from '../../src/report/escape.ts';

/** What a terminal obeys, reorders or hides; made here, sign by sign. */
const CONTROLS = [...range(0x00, 0x1f), ...range(0x7f, 0x9f)].filter((code) => code !== 0x09);
const ORDER = [0x061c, 0x200e, 0x200f, ...range(0x2028, 0x202e), ...range(0x2066, 0x2069)];
const HIDDEN = [0xfeff, 0xfff9, 0xfffa, 0xfffb, 0xe0001, 0xe0041, 0xe007f];

describe('escapeTerminal', () => {
  test.each([...CONTROLS, ...ORDER, ...HIDDEN])('shows U+%i instead of sending it', (code) => {
    const sign = String.fromCodePoint(code);
    const shown = escapeTerminal(`a${sign}b`);
    expect(shown).not.toContain(sign);
    expect(shown).toMatch(/^a\\(?:n|r|x[0-9a-f]{2}|u[0-9a-f]{4}|u\{[0-9a-f]+\})b$/);
  });

  test('leaves letters of every script, emoji and marks as they are', () => {
    const text = 'Größe — Ελλάδα Россия 北京 العربية हिन्दी 👩‍👩‍👧 é “x”';
    expect(escapeTerminal(text)).toBe(text);
  });

  test('turns a tab into blanks and a lone surrogate into its number', () => {
    expect(escapeTerminal('a\tb')).toBe('a    b');
    expect(escapeTerminal('a\ud800b')).toBe('a\\ud800b');
  });

  test.each([
    '::error::x',
    '  ::set-output name=x::y',
    '##vso[task.setvariable variable=x]y',
    "##teamcity[message text='x']",
    'x ##[group]y',
  ])('gives a CI service no command in %s', (text) => {
    const shown = escapeTerminal(text);
    expect(shown).not.toMatch(/^\s*::/);
    expect(shown).not.toMatch(/##(?:vso|teamcity)?\[/);
  });

  test('a text of many lines keeps its line feeds only', () => {
    expect(escapeTerminalText('a\nb\u001b[2J\nc')).toBe('a\nb\\x1b[2J\nc');
  });
});

describe('escapeJson', () => {
  test('writes the same value without anything a terminal obeys', () => {
    const value = { text: '\u009b31m \u202eabc \u{e0041} ##vso[x] \u007f 北京', name: '\u2028' };
    const json = escapeJson(JSON.stringify(value));
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toMatch(/^[^\u007f-\u009f\u2028\u202e\u{e0041}]*$/u);
    expect(json).not.toContain('##vso[');
  });
});

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
