import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as door from '../src/index.ts';
import { type ArchiveInput, cleanArchive, cleanHtml, cleanText, InputError, RULES } from '../src/index.ts';
import { PAGE } from './cli/binary.ts';

const HTML = `<!doctype html><html lang="en"><head><title>The ferry returns</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The ferry returns</h1>
<p>The ferry between Lenne and the island will sail again on Friday, the harbour office said in a short statement on Monday.</p>
<p>It had been in the yard since April, when a survey found that the plates were thinner than the rules allow.</p></article>
<footer>Copyright © 2013 Harbour Lights Weekly</footer></body></html>`;

describe('cleanText', () => {
  test('gives the body, the metadata, a fate for every line and what was removed', () => {
    const { text, markdown, meta, lines, removed, article, words } = cleanText(PAGE);
    expect(text).toMatch(/^The ferry between Lenne/);
    expect(text.trim().split(/\s+/)).toHaveLength(words);
    expect(meta).toMatchObject({ title: 'The ferry returns after eleven months', date: '2013-03-12' });
    expect(markdown).toMatch(/^---\ntitle: "The ferry returns after eleven months"\n/);
    expect(lines).toHaveLength(PAGE.trimEnd().split('\n').length);
    expect(lines[12]).toMatchObject({
      number: 13,
      fate: 'dropped',
      kind: 'chrome',
      rule: 'chrome/no-comments',
      text: 'No comments:',
    });
    expect(removed).toContainEqual(
      expect.objectContaining({ lines: [13, 13], text: 'No comments:', rule: 'chrome/no-comments' }),
    );
    expect(article.verdicts).toHaveLength(lines.length);
  });

  test('leaves a text of one line as it is: a title would leave no article', () => {
    const line = 'The ferry has changed nothing on the island so far. Strangers are still rare, and so is';
    expect(cleanText(line)).toMatchObject({ text: `${line}\n`, meta: {} });
  });

  test('is a function of its arguments', () => {
    expect(JSON.stringify(cleanText(PAGE))).toBe(JSON.stringify(cleanText(PAGE)));
  });

  test('keeps what the caller wants kept', () => {
    expect(cleanText(PAGE, { restored: ['No comments:'] }).text).toContain('No comments:');
  });

  test('a caption that is wanted is no subhead', () => {
    const page = PAGE.replace('The ferry between', 'The ferry in the yard at Lenne\nThe ferry between');
    expect(cleanText(page).removed).toContainEqual(expect.objectContaining({ kind: 'caption' }));
    const wanted = [
      cleanText(page, { restored: ['The ferry in the yard at Lenne'] }),
      cleanText(page, { keep: ['captions'] }),
    ];
    for (const { markdown } of wanted) expect(markdown).toContain('\n\nThe ferry in the yard at Lenne\n\n');
  });

  test.each(['', '\n', '\ud800', '\u0000', 'x'.repeat(100_000)])('has an answer for any text', (text) => {
    expect(cleanText(text).article.id).toBe('text');
  });
});

describe('cleanHtml', () => {
  test('reads the markup and leaves menu and footer out', () => {
    const { text, meta } = cleanHtml(HTML, { id: 'ferry.html' });
    expect(meta.title).toBe('The ferry returns');
    expect(text).toContain('It had been in the yard since April');
    expect(text).not.toMatch(/Home|Copyright/);
  });
});

describe('cleanArchive', () => {
  test('takes documents one at a time, in their order, and reads none ahead', async () => {
    let asked = 0;
    async function* source(): AsyncGenerator<ArchiveInput> {
      for (;;) yield { id: String(++asked), text: PAGE };
    }
    const seen: string[] = [];
    for await (const { id, meta } of cleanArchive(source())) {
      seen.push(`${id} of ${asked}: ${meta.title}`);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3].map((at) => `${at} of ${at}: The ferry returns after eleven months`));
  });

  test('takes an array, text and html mixed', async () => {
    const ids: string[] = [];
    for await (const { id, words } of cleanArchive([
      { id: 'a', text: PAGE },
      { id: 'b', html: HTML },
    ]))
      ids.push(`${id} ${words > 20}`);
    expect(ids).toEqual(['a true', 'b true']);
  });

  test('stops with the reason of the signal, also while the source is silent', async () => {
    const controller = new AbortController();
    async function* silent(): AsyncGenerator<ArchiveInput> {
      await new Promise(() => undefined);
    }
    const next = cleanArchive(silent(), { signal: controller.signal }).next();
    controller.abort(new Error('enough'));
    await expect(next).rejects.toThrow('enough');
  });

  test('closes the source when the caller leaves', async () => {
    let closed = false;
    function* source(): Generator<ArchiveInput> {
      try {
        for (;;) yield { id: 'a', text: PAGE };
      } finally {
        closed = true;
      }
    }
    for await (const _ of cleanArchive(source())) break;
    expect(closed).toBe(true);
  });

  test('names the record that has no text, with a code', async () => {
    const run = cleanArchive([{ id: 'odd' } as unknown as ArchiveInput]).next();
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toMatchObject({ code: 'no-text', message: expect.stringContaining('odd') });
  });
});

describe('the door', () => {
  test('opens on these names and no others', () => {
    expect(Object.keys(door).sort()).toEqual([
      'BusyError',
      'CleanArchiveError',
      'InputError',
      'OutputError',
      'RULES',
      'UsageError',
      'cleanArchive',
      'cleanHtml',
      'cleanText',
    ]);
    expect(RULES.length).toBeGreaterThan(10);
  });

  test('importing it reads no arguments and says nothing', () => {
    const entry = resolve(import.meta.dirname, '../dist/index.js');
    const script = `process.argv.push('--help'); const { cleanText } = await import(${JSON.stringify(entry)}); process.stdout.write(typeof cleanText);`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'function', stderr: '' });
  });
});
