/** Rows of `passages.jsonl`: what articles share that are no copies of each other, and where it stands. */
import { compareText } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import type { Fingerprint, RawDocument } from '../core/types.ts';
import { findSharedPassages, type PlaceOfPassage, type SharedPassage } from '../dedup/shared-passages.ts';
import { WINDOW_WORDS } from '../dedup/winnow.ts';
import { lineNumber } from '../report/place.ts';
import { jsonLine } from '../report/records.ts';
import { scanText, type Tables } from '../text/scan.ts';
import { chooseFormat, intakeOf, isEntry } from './documents.ts';
import type { Entry } from './entries.ts';
import { FileReader } from './open.ts';
import type { Reading } from './request.ts';
import type { Result } from './results.ts';
import { isContainer, recordsIn } from './task.ts';

export interface Passages {
  /** Rows as they stand in the file. */
  readonly rows: string;
  readonly listed: number;
  /** More than are listed in the largest archives. */
  readonly found: number;
}

export const NO_PASSAGES: Passages = { rows: '', listed: 0, found: 0 };

/** Shorter ones are phrases: agency stamps, titles of office, a customary end. */
const LEAST_WORDS = 25;
/** Letters of a passage that are shown. */
const SHOWN = 160;
const HALF_A_SIGN = /[\ud800-\udbff]$/;

type Printed = Entry & { readonly print: Fingerprint };

/** Of articles that were written; those of one cluster tell one story. */
export async function findPassages(results: readonly Result[], reading: Reading): Promise<Passages> {
  const entries: Printed[] = [];
  const clusters: string[] = [];
  for (const { entry, outcome, cluster } of results) {
    if (outcome.kind !== 'written' || entry.print === undefined) continue;
    entries.push(entry as Printed);
    clusters.push(cluster ?? entry.id);
  }
  const found = findSharedPassages(
    entries.map(({ print }) => print),
    numberedBy(clusters),
  );
  const most = found.toSorted((a, b) => b.length - a.length).slice(0, LIMITS.passagesListed.value);
  const texts = await firstTexts(most, entries, reading);
  const rows = most.flatMap((places, at) => rowOf(places, texts.get(at), entries) ?? []);
  rows.sort(
    (a, b) => b.documents - a.documents || b.words - a.words || compareText(a.places[0].file, b.places[0].file),
  );
  return { rows: rows.map(jsonLine).join(''), listed: rows.length, found: rows.length + found.length - most.length };
}

function numberedBy(names: readonly string[]): (at: number) => number {
  const numbers = new Map<string, number>();
  const of = Uint32Array.from(names, (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  });
  return (at) => of[at] as number;
}

interface Row {
  /** At least so many: up to eleven at either end may be left out. */
  readonly words: number;
  readonly documents: number;
  readonly begins: string;
  readonly places: readonly [PlaceRow, ...PlaceRow[]];
}

interface PlaceRow {
  readonly file: string;
  readonly lines: readonly [number, number];
}

/** Undefined for what turns out to be short, and where the text cannot be read any more. */
function rowOf(places: SharedPassage, text: PassageText | undefined, entries: readonly Printed[]): Row | undefined {
  if (text === undefined || text.words < LEAST_WORDS) return undefined;
  const rows = places.map(({ at, first, last }) => ({
    file: (entries[at] as Printed).id as string,
    lines: [lineNumber(first.line), lineNumber(last.line)] as const,
  }));
  return { words: text.words, documents: rows.length, begins: text.begins, places: rows as [PlaceRow, ...PlaceRow[]] };
}

interface PassageText {
  readonly words: number;
  readonly begins: string;
}

/** The text of each passage where it stands first; a file is read once. */
async function firstTexts(
  passages: readonly SharedPassage[],
  entries: readonly Printed[],
  reading: Reading,
): Promise<ReadonlyMap<number, PassageText>> {
  const byFile = new Map<string, { readonly entry: Entry; readonly wanted: Map<string, number[]> }>();
  passages.forEach((places, at) => {
    const entry = entries[(places[0] as PlaceOfPassage).at] as Printed;
    const file = byFile.get(entry.path) ?? { entry, wanted: new Map<string, number[]>() };
    byFile.set(entry.path, file);
    file.wanted.set(entry.id, [...(file.wanted.get(entry.id) ?? []), at]);
  });
  const texts = new Map<number, PassageText>();
  const files = new FileReader();
  for (const { entry, wanted } of byFile.values()) {
    await eachDocument(entry, files, reading, ({ id, text }) => {
      const own = wanted.get(id);
      if (own === undefined) return;
      const tables = scanText(text);
      for (const at of own) texts.set(at, textOf((passages[at] as SharedPassage)[0] as PlaceOfPassage, text, tables));
    });
  }
  return texts;
}

/** A file that is gone or changed meanwhile has no text to show. */
async function eachDocument(
  entry: Entry,
  files: FileReader,
  reading: Reading,
  visit: (document: RawDocument) => void,
): Promise<void> {
  try {
    if (isContainer(entry, reading)) {
      for await (const record of recordsIn(entry, reading)) if (isEntry(record)) visit(record.document);
      return;
    }
    const bytes = files.read(entry.absolute, reading.maxFileBytes);
    const format = chooseFormat(bytes, entry.path, reading);
    if (format?.shape === 'file') visit(format.read(bytes, intakeOf(entry.path, reading)));
  } catch {
    // Its passages are left out.
  }
}

/** None of a text that lost lines meanwhile. */
function textOf({ first, last }: PlaceOfPassage, text: string, { lines, words }: Tables): PassageText {
  if (last.line >= lines.count) return { words: 0, begins: '' };
  const from = (lines.word[first.line] as number) + first.word;
  const end = Math.min(
    (lines.word[last.line] as number) + last.word + WINDOW_WORDS,
    lines.word[last.line + 1] as number,
  );
  let begins = text.slice(words.start[from] ?? 0, lines.end[first.line]);
  for (let line = first.line + 1; line <= last.line && begins.length < SHOWN; line++) {
    const more = text.slice(lines.from[line], lines.end[line]);
    if (more !== '') begins += ` ${more}`;
  }
  return { words: end - from, begins: begins.slice(0, SHOWN).replace(HALF_A_SIGN, '') };
}
