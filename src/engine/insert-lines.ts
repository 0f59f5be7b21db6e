/** Puts lines into an article that is there, by the record of which lines of the text it holds. */

import type { RemovedRow } from '../report/records.ts';
import { scanText } from '../text/scan.ts';
import type { ManifestRow } from './manifest.ts';

export interface Inserted {
  readonly article: string;
  readonly words: number;
  readonly kept: NonNullable<ManifestRow['kept']>;
}

const FENCE = '---';
const WORDS_KEY = 'words: ';

export function insertLines(
  text: string,
  row: ManifestRow,
  chosen: readonly Pick<RemovedRow, 'lines' | 'text'>[],
  hasFrontMatter: boolean,
): Inserted {
  const lines = text.split('\n');
  const kept = [...(row.kept ?? [])].map((run) => [...run] as [number, number, number]);
  let words = row.words ?? 0;
  for (const { lines: range, text: whole } of chosen) {
    for (const [at, line] of whole.split('\n').entries()) {
      if (line.trim() === '') continue;
      const number = range[0] + at;
      const before = kept.reduce((sum, [, last, count]) => (last < number ? sum + count : sum), 0);
      insertAfter(lines, bodyStart(lines, row, hasFrontMatter), before, line.trim());
      kept.push([number, number, 1]);
      kept.sort((a, b) => a[0] - b[0]);
      words += wordsIn(line);
    }
  }
  if (hasFrontMatter) setWords(lines, words);
  return { article: lines.join('\n'), words, kept };
}

/** The first line of the body: after the front matter, or after the title of a text. */
function bodyStart(lines: readonly string[], row: ManifestRow, hasFrontMatter: boolean): number {
  if (hasFrontMatter && lines[0] === FENCE) return lines.indexOf(FENCE, 1) + 1;
  const hasTitle =
    row.output?.endsWith('.txt') === true && row.meta?.title !== undefined && lines[0] === row.meta.title;
  return hasTitle ? 1 : 0;
}

/** After so many lines of the body that are not blank, with a blank line on either side. */
function insertAfter(lines: string[], start: number, count: number, line: string): void {
  let seen = 0;
  let at = start;
  for (; at < lines.length && seen < count; at++) if (lines[at] !== '') seen += 1;
  if (count === 0) {
    while (at < lines.length && lines[at] === '') at += 1;
    lines.splice(at, 0, line, '');
    return;
  }
  lines.splice(at, 0, '', line, ...(lines[at] === '' || lines[at] === undefined ? [] : ['']));
}

function setWords(lines: string[], words: number): void {
  const end = lines.indexOf(FENCE, 1);
  const at = lines.findIndex((line, index) => index < end && line.startsWith(WORDS_KEY));
  if (at > 0) lines[at] = `${WORDS_KEY}${words}`;
}

function wordsIn(line: string): number {
  const { lines } = scanText(line);
  let words = 0;
  for (let at = 0; at < lines.count; at++) words += lines.tokens[at] as number;
  return words;
}
