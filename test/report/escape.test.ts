import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  escapeCommandData,
  escapeCommandProperty,
  escapeJson,
  escapeMarkdown,
  escapeSarif,
  escapeSarifLink,
  escapeTerminal,
  escapeTerminalText,
  escapeUri,
  escapeXml,
} from '../../src/report/escape.ts';
import { HOSTILE } from './hostile.ts';

/** What a terminal obeys, reorders or hides; made here, sign by sign. */
const CONTROLS = [...range(0x00, 0x1f), ...range(0x7f, 0x9f)].filter((code) => code !== 0x09);
const ORDER = [0x061c, 0x200e, 0x200f, ...range(0x2028, 0x202e), ...range(0x2066, 0x2069)];
const HIDDEN = [0xfeff, 0xfff9, 0xfffa, 0xfffb, 0xfffe, 0xffff, 0xe0001, 0xe0041, 0xe007f];

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

/** Any text, and texts around what is known to act. */
const TEXTS = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)).map((both) => both.join('')),
);
const PERCENT: Readonly<Record<string, string>> = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' };

describe('any text', () => {
  holds('has no control, no line end and no command on a terminal, and is the same when escaped twice', (text) => {
    const shown = escapeTerminal(text);
    expect(shown).toMatch(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]*$/u);
    expect(shown).not.toMatch(/^ {0,80}::|##(?:vso|teamcity)?\[/i);
    expect(escapeTerminal(shown)).toBe(shown);
  });

  holds('is the same value as JSON', (text) => {
    expect(JSON.parse(escapeJson(JSON.stringify({ text })))).toEqual({ text });
  });

  holds('reads back from XML as what a terminal shows', (text) => {
    const xml = escapeXml(text);
    expect(xml).toMatch(/^(?:[^&<>"']|&(?:amp|lt|gt|quot|apos);)*$/);
    const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    expect(xml.replace(/&(\w+);/g, (_, name: string) => names[name] ?? '?')).toBe(escapeTerminal(text));
  });

  holds('reads back from Markdown as what a terminal shows', (text) => {
    const markdown = escapeMarkdown(text).replace(/<span>(&#\d+;)<\/span>/g, '$1');
    expect(markdown).toMatch(/^(?:[^!-+\--/:-@[-`{-~]|&#\d+;)*$/);
    expect(markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(
      escapeTerminal(text),
    );
  });

  holds('reads back from a property and a message of a command', (text) => {
    const property = escapeCommandProperty(text);
    expect(property).toMatch(/^[^\r\n:,]*$/);
    expect(unpercent(property)).toBe(escapeTerminal(text));
    expect(escapeCommandData(text)).toMatch(/^[^\r\n]*$/);
    expect(unpercent(escapeCommandData(text))).toBe(escapeTerminalText(text));
  });

  holds('makes no link and no placeholder in a SARIF message', (text) => {
    expect(escapeSarif(text)).not.toMatch(/\]\(|[{}]/);
    expect(escapeSarifLink(text)).toMatch(/^(?:[^\\[\]{}]|\\[\\[\]])*$/);
    expect(escapeSarifLink(text).replace(/\\(.)/g, '$1')).toBe(escapeSarif(text));
  });

  holds('is a relative address that reads back', (text) => {
    const uri = escapeUri(text);
    expect(uri).toMatch(/^(?!\/)(?:[\w\-.~!*'()/]|%[0-9A-F]{2})*$/);
    expect(decodeURIComponent(uri)).toBe(text.toWellFormed());
  });

  function holds(claim: string, check: (text: string) => void): void {
    test(claim, () => fc.assert(fc.property(TEXTS, check), { numRuns: 500 }));
  }

  function unpercent(text: string): string {
    return text.replace(/%(?:25|0D|0A|3A|2C)/g, (code) => PERCENT[code] as string);
  }
});

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
