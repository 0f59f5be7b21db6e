import type { BadRecord, ByteLine, ContainerFormat, Entry, Intake } from '../core/contracts.ts';
import type { Metadata } from '../core/types.ts';
import { looksBinary } from '../text/charset.ts';
import { decodeBytes } from '../text/decode.ts';
import type { Origin } from './decoded.ts';
import { originOfText } from './decoded.ts';
import { cleanHints } from './hints.ts';
import { readPage } from './html.ts';
import { writtenFields } from './jsonl-fields.ts';
import { linesOf } from './jsonl-lines.ts';
import { readPlain } from './plain.ts';
import { asciiView, endingOf, isHtmlDocument } from './sniff.ts';

type Fields = Readonly<Record<string, unknown>>;

const ENDINGS: readonly string[] = ['.jsonl', '.ndjson'];
const TEXT = 'text';
const HTML = 'html';
/** A record is one document; twice the largest file that is read. */
const LONGEST_LINE = 64 * 1024 * 1024;
const STATED: readonly string[] = ['author', 'title', 'date', 'url', 'lang'];
const HEAD = 4096;
const OPENS_RECORD = /^\{\s{0,20}"(?:id|text|html|url|title)"\s{0,20}:/;

/**
 * A JSON object a line with `text` or `html`, and `id`, `url`, `title`, `date`, `author`, `lang` if it has them.
 * A record's number is the number of its line; of a key given twice the last value holds, as in JSON.parse.
 */
export const jsonl: ContainerFormat = {
  name: 'jsonl',
  title: 'JSON lines with text or html',
  extensions: ENDINGS,
  shape: 'container',
  sniff(head: Uint8Array, path: string): boolean {
    const ending = endingOf(path);
    if (looksBinary(head)) return false;
    return ENDINGS.includes(ending) || (ending === '' && beginsWithRecord(asciiView(head)));
  },
  readLine,
  async *read(bytes: AsyncIterable<Uint8Array>, intake: Intake): AsyncGenerator<Entry | BadRecord> {
    for await (const lines of linesOf(bytes, LONGEST_LINE)) {
      for (const line of lines) {
        const entry = readLine(line, intake);
        if (entry !== undefined) yield entry;
      }
    }
  },
};

/** True for the first line of a record, whole or cut by the end of the head. */
function beginsWithRecord(view: string): boolean {
  const end = view.indexOf('\n');
  const line = (end < 0 ? view : view.slice(0, end)).trimStart();
  if (!OPENS_RECORD.test(line)) return false;
  return end < 0 || parseRecord(line) !== undefined;
}

/** Blank lines hold no record; a byte order mark is no part of the first. */
function readLine({ number, bytes }: ByteLine, intake: Intake): Entry | BadRecord | undefined {
  if (bytes === undefined)
    return { at: number, code: 'oversized', message: `the record is over ${LONGEST_LINE} bytes` };
  if (bytes.length === 0) return undefined;
  const { text: line, bom, replaced } = decodeBytes(bytes, { encoding: intake.encoding ?? 'utf-8' });
  if (line.trim() === '') return undefined;
  const record = parseRecord(line);
  if (record === undefined) return { at: number, code: 'bad-json', message: 'the line is not a JSON object' };
  const content = contentOf(record, intake.textField);
  if (content === undefined)
    return { at: number, code: 'no-text', message: `the record has no string in ${fieldNames(intake.textField)}` };
  const read = originOfText(content.value, intake);
  const origin: Origin = {
    intake,
    bytes: bytes.length,
    decoded: { ...read.decoded, bom, replaced: read.decoded.replaced + replaced },
    record: { number, member: idOf(record, line) ?? String(number), stated: statedHints(record) },
  };
  return { document: content.isPage ? readPage(origin) : readPlain(origin, jsonl.name), json: line.trim() };
}

/** Deep nesting is no trouble: V8 parses it in a loop, and only the top is looked at. */
function parseRecord(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

interface Content {
  readonly value: string;
  readonly isPage: boolean;
}

/** The text, unless there is none or it plainly is a page. */
function contentOf(record: Fields, textField: string | undefined): Content | undefined {
  const text = stringIn(record, textField ?? TEXT);
  if (text !== undefined) return { value: text, isPage: textField === HTML || isHtmlDocument(text.slice(0, HEAD)) };
  const page = textField === undefined ? stringIn(record, HTML) : undefined;
  return page === undefined ? undefined : { value: page, isPage: true };
}

function fieldNames(textField: string | undefined): string {
  return textField === undefined ? '"text" or "html"' : JSON.stringify(textField);
}

/** Own fields only: a record may hold `__proto__` as a key. */
function stringIn(record: Fields, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A number too large to be read exactly is named as it is written. */
function idOf(record: Fields, json: string): string | undefined {
  const id = Object.hasOwn(record, 'id') ? record['id'] : undefined;
  if (typeof id === 'number')
    return Math.abs(id) <= Number.MAX_SAFE_INTEGER
      ? String(id)
      : writtenFields(json).findLast(({ key }) => key === 'id')?.value;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

const NOTHING_STATED: Metadata = {};

function statedHints(record: Fields): Metadata {
  if (!STATED.some((key) => Object.hasOwn(record, key))) return NOTHING_STATED;
  const author = Object.hasOwn(record, 'author') ? record['author'] : undefined;
  const names: readonly unknown[] = Array.isArray(author) ? author : [author];
  const title = stringIn(record, 'title');
  const date = stringIn(record, 'date');
  const url = stringIn(record, 'url');
  const lang = stringIn(record, 'lang');
  return cleanHints(
    {
      author: names.filter((name) => typeof name === 'string'),
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(url === undefined ? {} : { url }),
      ...(lang === undefined ? {} : { lang }),
    },
    'program',
  );
}
