import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { useColors } from '../../src/cli/print.ts';
import { liveProgress, plainProgress } from '../../src/cli/progress.ts';
import type { Sink } from '../../src/cli/sink.ts';
import { widthOf } from '../../src/report/width.ts';
import { cleanEnv, folderWith, onTerminal, PAGE, run, SAMPLE } from './binary.ts';

const ESCAPE = '\u001b';
/** What we send ourselves: colours and styles. */
const OWN = /\u001b\[\d{1,2}m/g;
const OBEYED =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;

/** Made here, one kind each: screen, cursor, title, hyperlink, clipboard, C1, bell, backspace, return, bidi, tags, CI commands. */
const HOSTILE: readonly string[] = [
  '\u001b[2J',
  '\u001b[1A\u001b[2K',
  '\u001b[31mred',
  '\u001b[8mhidden',
  '\u001b[?1049h',
  '\u001bc',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://x.example\u001b\\y\u001b]8;;\u001b\\',
  '\u001b]52;c;aGk=\u0007',
  '\u001bP$q"p\u001b\\',
  '\u009b31m',
  '\u009d0;t\u009c',
  '\u0007\u0007',
  '\b\b\bspoof',
  'fine\rFAIL',
  '\u000e',
  '\u0005',
  '\u007f',
  '\u202eabc',
  '\u2066abc\u2069',
  '\u200f',
  '\ufff9a\ufffab\ufffb',
  '\u{e0041}\u{e0042}',
  '##vso[task.setvariable variable=x]y',
  "##teamcity[message text='x']",
  '::error::x',
];

describe('a terminal', () => {
  test('shows one page with the reason in the margin', async () => {
    const cwd = folderWith({ 'page.txt': PAGE });
    const { code, out } = await onTerminal(cwd, ['page.txt', '--color', 'never']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ +title │ The ferry returns after eleven months$/m);
    expect(out).toMatch(/^ +comment counter │ No comments:$/m);
    expect(out).toMatch(/^ +│ The ferry between Lenne/m);
  });

  test('asked for a format or for JSON it gets data', async () => {
    const cwd = folderWith({ 'page.txt': PAGE });
    expect((await onTerminal(cwd, ['page.txt', '--to', 'txt'])).out).toMatch(/^The ferry returns/);
    expect(JSON.parse((await onTerminal(cwd, ['page.txt', '--json'])).out)).toMatchObject({
      title: expect.any(String),
    });
  });

  test.each(HOSTILE.map((text, at) => [at, text]))('never obeys scraped text or names (%i)', async (at, text) => {
    const name = `${String(text).replaceAll('/', '_')}.txt`;
    const page = `${text} Weekly\n\n${text} returns to the harbour\n\n${PAGE}\n${text}\nCopyright © 2013 ${text}. All rights reserved.\n`;
    const cwd = folderWith({
      [`raw/${name}`]: page,
      [`raw/b${name}`]: page,
      'other.txt': page.replace('eleven months', `${text} years ${text}`).replace('nine', `ten ${text}`),
      'plain.jsonl': JSON.stringify({ id: text, text: page }),
    });
    const file = join('raw', name);
    const commands: (readonly string[])[] = [
      [file],
      ['raw'],
      ['raw', `out${at}`],
      ['raw', `out${at}`],
      ['raw', '-'],
      ['raw', '-', '--to', 'jsonl'],
      ['raw', '-n', '--json'],
      ['raw', '-n', '-v'],
      ['explain', file],
      ['explain', `${file}:3`],
      ['explain', '--json', file],
      ['explain', '--diff', file],
      ['explain', '--format', 'lines', file],
      ['explain', file, join('raw', `b${name}`)],
      ['explain', file, 'other.txt'],
      ['explain', '--json', file, 'other.txt'],
      ['explain', '--diff', file, 'other.txt'],
      [`nothing ${text}`, 'out'],
      ['explain', `nothing ${text}`],
      [`--${text}`],
      ['rules', text as string],
      ['verify', `out${at}`],
      ['verify', `nothing ${text}`],
      ['restore', `out${at}`, `nothing ${text}`],
      ['raw', '-n', '--encoding', text as string],
      ['raw', '-n', '--with', text as string],
      ['plain.jsonl', '-n'],
      ['plain.jsonl', '--to', 'jsonl'],
    ];
    for (const args of commands) {
      const { out, err } = await onTerminal(cwd, args);
      for (const shown of [out, err].map((stream) => stream.replace(OWN, ''))) {
        expect([args, shown]).toEqual([args, expect.not.stringMatching(OBEYED)]);
        expect([args, shown]).toEqual([args, expect.not.stringMatching(/##(?:vso|teamcity)?\[|^\s*::/m)]);
      }
    }
  });
});

describe('a narrow terminal', () => {
  const cwd = folderWith({
    'raw/page.txt': PAGE,
    'raw/a rather long name of a page.txt': PAGE,
    'changed.txt': PAGE.replace('crew of nine', 'crew of ten').replace(
      'on the mainland',
      'on the ships of other houses',
    ),
    'cut.txt': PAGE.slice(0, PAGE.indexOf('The crew')),
  });
  const commands: (readonly string[])[] = [
    ['raw', '-n'],
    ['raw/page.txt'],
    ['explain', 'raw/page.txt'],
    ['explain', 'raw/page.txt', '-v'],
    ['explain', 'raw/page.txt:13'],
    ['explain', 'raw/page.txt:3'],
    ['explain', 'raw/a rather long name of a page.txt', 'changed.txt'],
    ['explain', 'raw/page.txt', 'cut.txt'],
  ];

  test.each([40, 50, 63, 80])('of %i columns is never overrun', async (columns) => {
    for (const args of commands) {
      const { out, err } = await onTerminal(cwd, args, { env: { TERM: 'xterm', NO_COLOR: '1' } }, columns);
      const wide = `${out}${err}`.split('\n').filter((row) => widthOf(row.slice(row.lastIndexOf('\r') + 1)) > columns);
      // A command to be copied is left whole.
      expect([args, wide.filter((row) => !row.startsWith('    clean-archive '))]).toEqual([args, []]);
      expect(out).not.toMatch(/\wchrome\//);
    }
  });
});

describe('colours', () => {
  test.each<[Parameters<typeof useColors>, boolean]>([
    [['auto', {}, true], true],
    [['auto', {}, false], false],
    [['auto', { TERM: 'dumb' }, true], false],
    [['auto', { NO_COLOR: '1' }, true], false],
    [['auto', { NO_COLOR: '' }, true], true],
    [['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, false], true],
    [['auto', { FORCE_COLOR: '0' }, true], false],
    [['always', { NO_COLOR: '1', FORCE_COLOR: '0' }, false], true],
    [['never', { FORCE_COLOR: '1' }, true], false],
  ])('%j gives %s', (args, colored) => {
    expect(useColors(...args)).toBe(colored);
  });

  test('both variables together make Node say nothing', () => {
    const cwd = folderWith({ 'page.txt': PAGE });
    const { out, err } = run(cwd, ['explain', 'page.txt'], { env: cleanEnv({ NO_COLOR: '1', FORCE_COLOR: '1' }) });
    expect(err).toBe('');
    expect(out).toContain(ESCAPE);
    expect(run(cwd, ['explain', 'page.txt']).out).not.toContain(ESCAPE);
  });
});

describe('progress', () => {
  test('a log gets a plain line per phase, the CI too', () => {
    const cwd = folderWith({});
    const { err } = run(cwd, [SAMPLE, 'out'], { env: cleanEnv({ CI: 'true' }) });
    expect(err).toMatch(/^reading \d+ documents\ncleaning \d+ documents\ncomparing \d+ documents\n/);
    expect(err).not.toContain(ESCAPE);
  });

  test('a terminal sees the first frame after 300 ms, ten a second, and an empty line at the end', () => {
    let now = 0;
    const frames: string[] = [];
    const sink = { say: (text: string) => frames.push(text), columns: 40 } as unknown as Sink;
    const line = liveProgress(sink, () => now);
    for (; now < 1300; now += 10) line.observe({ phase: 'clean', done: now, total: 2000 });
    expect(frames).toHaveLength(10);
    expect(frames[0]).toBe(`\r${ESCAPE}[2Kcleaning   300 of 2,000`);
    line.clear();
    expect(frames.at(-1)).toBe(`\r${ESCAPE}[2K`);
  });

  test('after a stop no frame comes back', () => {
    let now = 0;
    const frames: string[] = [];
    const sink = { say: (text: string) => frames.push(text), columns: 40 } as unknown as Sink;
    const line = liveProgress(sink, () => now);
    for (; now < 1300; now += 10) {
      if (now === 500) line.end();
      line.observe({ phase: 'clean', done: now, total: 2000 });
    }
    expect(frames.at(-1)).toBe(`\r${ESCAPE}[2K`);
    line.clear();
    expect(frames.at(-1)).toBe(`\r${ESCAPE}[2K`);
    expect(frames).toHaveLength(3);
  });

  test('a second run checks and does not clean, a dry run does not write', () => {
    const cwd = folderWith({ 'raw/page.txt': PAGE });
    expect(run(cwd, ['raw', 'out', '-n']).err).toMatch(/^cleaning 1 document\ncomparing 1 document\nraw/);
    run(cwd, ['raw', 'out']);
    expect(run(cwd, ['raw', 'out']).err).toMatch(/^checking 1 document\nout is up to date/);
  });

  test('a short run shows no frame and clears nothing', () => {
    const frames: string[] = [];
    const sink = { say: (text: string) => frames.push(text), columns: 40 } as unknown as Sink;
    const line = liveProgress(sink, () => 0);
    line.observe({ phase: 'clean', done: 1, total: 2 });
    line.clear();
    expect(frames).toEqual([]);
  });

  test('a phase is told once', () => {
    const lines: string[] = [];
    const line = plainProgress({ say: (text: string) => lines.push(text) } as unknown as Sink);
    for (const done of [0, 1, 2]) line.observe({ phase: 'clean', done, total: 2 });
    line.observe({ phase: 'write', done: 0, total: 2 });
    expect(lines).toEqual(['cleaning 2 documents\n', 'writing 2 documents\n']);
  });
});
