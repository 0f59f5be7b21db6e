/** Inputs made to break programs: each within its time, every name inside the folder, no control byte on a terminal. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { nameOutputs } from '../src/engine/names.ts';
import { onTerminal, run } from './cli/binary.ts';
import { jsonLines } from './engine/archive.ts';
import { runLimited } from './harness/child.ts';
import { sharedRows, testShared } from './harness/shared.ts';

interface Recipe {
  readonly id: string;
  readonly kind: 'text' | 'html' | 'json' | 'jsonl' | 'yaml';
  readonly prefix: string;
  readonly unit: string;
  readonly count: number;
  readonly middle: string;
  readonly unit2: string;
  readonly count2: number;
  readonly suffix: string;
  readonly max_seconds: number;
}

interface Hostile {
  readonly text: string;
  readonly why: string;
}

const RECIPES = sharedRows<Recipe>('data/hostile/recipes/pathological.jsonl');
const NAMES = sharedRows<{ readonly name: string }>('data/hostile/names/hostile-names.jsonl');
const TEXTS = [
  ...sharedRows<Hostile>('data/hostile/terminal/escapes.jsonl'),
  ...sharedRows<Hostile>('data/hostile/report/markup.jsonl'),
];
/** A JSON text is read as a record, a YAML text as front matter. */
const FILES: Readonly<Record<Recipe['kind'], string>> = {
  text: 'page.txt',
  html: 'page.html',
  json: 'page.jsonl',
  jsonl: 'page.jsonl',
  yaml: 'page.md',
};
/** Bytes 0x80 to 0x9f mean other letters there; this recipe holds curly quotes and a dash. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '“': 0x93,
  '”': 0x94,
  '‘': 0x91,
  '’': 0x92,
  '–': 0x96,
  '—': 0x97,
  '…': 0x85,
  '€': 0x80,
};
const CURLY = 'windows-1252-quotes';
/** Done, or done with inputs that could not be read. */
const FINE: readonly (number | null)[] = [0, 3];
const PATIENCE = 600_000;
/**
 * The limits are meant for a quiet machine; tests run on busy ones, where a second of processor time does half the work.
 * What is quadratic fails by far more than this. `STRICT_TIME=1` asks for the limits themselves.
 */
const SLACK = process.env['STRICT_TIME'] === '1' ? 1 : 8;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clean-archive-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('time', () => {
  for (const recipe of RECIPES.length > 0 ? RECIPES : [undefined]) {
    testShared(
      `${recipe?.id ?? 'every recipe'} is done in time (${recipe?.max_seconds ?? 'its'} seconds of processor time on a quiet machine)`,
      () => {
        if (recipe === undefined) return;
        const raw = join(folder, recipe.id);
        mkdirSync(raw);
        writeFileSync(join(raw, FILES[recipe.kind]), bytesOf(recipe));
        const { code, signal, err } = runLimited(
          folder,
          [recipe.id, `${recipe.id}-out`, '--jobs', '1'],
          recipe.max_seconds * SLACK,
        );
        expect({ signal, code, err }).toEqual({
          signal: null,
          code: expect.any(Number),
          err: expect.not.stringMatching(/fault|\n\s+at /),
        });
        expect(FINE).toContain(code);
        expect(jsonLines(join(folder, `${recipe.id}-out`, '_clean-archive/manifest.jsonl')).length).toBeGreaterThan(0);
        if (recipe.id === CURLY) expect(allText(`${recipe.id}-out`)).toContain(recipe.unit.repeat(recipe.count).trim());
      },
      PATIENCE,
    );
  }

  testShared('all 72 recipes are there', () => {
    expect(RECIPES.length).toBe(72);
  });
});

describe('names', () => {
  testShared('95 hostile names give 95 different safe names inside the folder', () => {
    const names = nameOutputs(
      NAMES.map(({ name }, at) => ({ path: 'crawl.jsonl', record: at + 1, member: name })),
      '.md',
    );
    expect(names.length).toBe(95);
    expect(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(95);
    for (const name of names) {
      expect(posix.join('/out', name)).toMatch(/^\/out\/crawl\.jsonl\/[^/]+$/);
      const own = name.slice('crawl.jsonl/'.length);
      expect(own).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*[A-Za-z0-9]$/);
      expect(own).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      expect(Buffer.byteLength(own)).toBeLessThanOrEqual(200);
    }
  });
});

/** Files of one folder: the summary has a row for each of up to twenty. */
const ROWS = 18;

describe('the terminal', () => {
  const groups = Array.from({ length: Math.ceil(TEXTS.length / ROWS) }, (_, at) =>
    TEXTS.slice(at * ROWS, (at + 1) * ROWS),
  );

  testShared('72 hostile texts are there', () => {
    expect(TEXTS.length).toBe(72);
  });

  for (const [at, group] of (groups.length > 0 ? groups : [[]]).entries()) {
    testShared(
      `the real binary prints no control byte of texts, titles and names (group ${at + 1})`,
      () => {
        const raw = `raw-${at}`;
        const files = writePages(raw, group);
        for (const args of [
          [raw, '-n', '--verbose'],
          [raw, `shown-${at}`],
          ['explain', ...files.slice(0, 6)],
          [`missing ${group[0]?.text.replaceAll('\0', '')}`],
        ]) {
          const env = { FORCE_COLOR: '1' };
          const { out, err } = run(folder, args, { env: { ...process.env, ...env } });
          expect(obeyed(out)).toBeUndefined();
          expect(obeyed(err)).toBeUndefined();
        }
      },
      PATIENCE,
    );

    testShared(
      `a terminal is never told what to do by a page (group ${at + 1})`,
      async () => {
        const files = writePages(`screen-${at}`, group);
        for (const file of files) {
          for (const args of [
            [file],
            ['explain', file],
            ['explain', '--format', 'lines', file],
            ['explain', '--diff', file],
            ['explain', '--json', file],
          ]) {
            const { out, err } = await onTerminal(folder, args);
            expect(obeyed(out)).toBeUndefined();
            expect(obeyed(err)).toBeUndefined();
          }
        }
      },
      PATIENCE,
    );
  }
});

/** A page for each text, with the text in its name, its title, its body and its footer. */
function writePages(raw: string, group: readonly Hostile[]): readonly string[] {
  mkdirSync(join(folder, raw), { recursive: true });
  return group.map(({ text }, at) => {
    const file = join(raw, `${String(at).padStart(2, '0')} ${text.replace(/[/\0]/g, '_').slice(0, 60)}.txt`);
    writeFileSync(join(folder, file), pageAround(text, at));
    return file;
  });
}

function pageAround(text: string, at: number): string {
  return [
    `Ferry ${at} returns ${text} to the harbour`,
    `The ferry ${at} will sail again on Friday ${text}, the harbour office said in a short statement on Monday evening.`,
    `It had been in the yard since April, when survey ${at + 20} found that the plates were thinner than the rules allow.`,
    text,
    `Copyright © 2013 ${text}. All rights reserved.`,
    '',
  ].join('\n\n');
}

/** Colours and styles are ours to send; everything else below a blank, C1 controls and signs that turn the line round are not. */
const OWN = /\u001b\[\d{1,2}m/g;
const OBEYED = /.{0,20}[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb].{0,20}/u;

function obeyed(output: string): string | undefined {
  const found = OBEYED.exec(output.replace(OWN, ''))?.[0];
  return found === undefined ? undefined : JSON.stringify(found);
}

function bytesOf({ id, prefix, unit, count, middle, unit2, count2, suffix }: Recipe): Buffer {
  const text = prefix + repeated(unit, count) + middle + repeated(unit2, count2) + suffix;
  return id === CURLY
    ? Buffer.from(Array.from(text, (sign) => WINDOWS_1252[sign] ?? sign.charCodeAt(0)))
    : Buffer.from(text);
}

/** `{i}` in a unit is its running number, from 0. */
function repeated(unit: string, count: number): string {
  if (!unit.includes('{i}')) return unit.repeat(count);
  return Array.from({ length: count }, (_, at) => unit.replaceAll('{i}', String(at))).join('');
}

function allText(out: string): string {
  const articles = readdirSync(join(folder, out)).filter((name) => name.endsWith('.md'));
  return (
    articles.map((name) => readFileSync(join(folder, out, name), 'utf8')).join('') +
    readFileSync(join(folder, out, '_clean-archive/removed.jsonl'), 'utf8')
  );
}
