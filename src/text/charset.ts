/** Which encoding a document's bytes are in: byte order mark, strict UTF-8, UTF-16, what is declared, then statistics. */
import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { explainByHan } from './charset-han.ts';
import { encodingName } from './charset-labels.ts';
import { type Explanation, explainByLetters } from './charset-letters.ts';
import { sampleBytes } from './charset-sample.ts';
import { explainByUtf8 } from './charset-utf8.ts';
import { guessUtf16 } from './charset-utf16.ts';
import { decodeIso2022Jp } from './iso-2022-jp.ts';
import { decodeMultiByte, MULTI_BYTE } from './multi-byte.ts';
import { decodeSingleByte } from './single-byte.ts';

export interface Charset {
  /** WHATWG name, lower case. */
  readonly encoding: string;
  /** Length of the byte order mark, 0 without one. */
  readonly mark: number;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const LOWEST_MARK = 0xef;
const NUL = 0;
const ESCAPE = 0x1b;

export function detectCharset(bytes: Uint8Array, declared?: string): Charset {
  return findMark(bytes) ?? { encoding: detectUnmarked(bytes, declared), mark: 0 };
}

export function findMark(bytes: Uint8Array): Charset | undefined {
  if ((bytes[0] ?? 0) < LOWEST_MARK) return undefined;
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found && { encoding: found[0], mark: found[1].length };
}

function detectUnmarked(bytes: Uint8Array, declared: string | undefined): string {
  const buffer = asBuffer(bytes);
  const doubtful = buffer.includes(NUL) || hasControls(bytes.subarray(0, GLANCE), EVERY_FOURTH);
  const utf16 = doubtful ? guessUtf16(bytes) : undefined;
  if (utf16 !== undefined) return utf16;
  if (buffer.includes(ESCAPE) && isIso2022Jp(bytes)) return 'iso-2022-jp';
  if (isUtf8(bytes)) return 'utf-8';
  const mayBeWide = hasControls(bytes.subarray(0, LOOKED_AT), EVERY_HUNDREDTH);
  return (mayBeWide ? guessUtf16(bytes) : undefined) ?? weigh(bytes, declared);
}

/** The same bytes: a Buffer searches eight times as fast as a Uint8Array. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/**
 * UTF-16 of other scripts may hold no NUL, and even be valid UTF-8: every second byte of Thai is a control character.
 * Of East Asian text one byte in thirty is, and that is never valid UTF-8.
 */
const GLANCE = 64;
const EVERY_FOURTH = 4;
const LOOKED_AT = 4096;
const EVERY_HUNDREDTH = 100;

function hasControls(bytes: Uint8Array, every: number): boolean {
  const controls = countControls(bytes);
  return controls > 0 && controls * every >= bytes.length;
}

/** Seven-bit text in which every escape sequence holds and at least one of them asks for another set. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  if (!isAscii(bytes)) return false;
  const { text, replaced } = decodeIso2022Jp(bytes);
  return replaced === 0 && !isAscii(Buffer.from(text));
}

/**
 * A declared encoding that can read every byte holds unless another explains them better by a tenth and twenty bits; one
 * that cannot must be the best explanation all the same.
 */
const DECLARED_PERCENT = 110;
const DECLARED_QUARTER_BITS = 80;

function weigh(bytes: Uint8Array, declared: string | undefined): string {
  const sample = sampleBytes(bytes);
  const asked = declared === undefined ? undefined : encodingName(declared);
  const lenient = asked !== undefined && readsAll(sample, asked);
  const most = (cost: number): number => (lenient ? (cost * DECLARED_PERCENT) / 100 + DECLARED_QUARTER_BITS : cost);
  const others = [explainByUtf8(sample), ...explainByHan(sample)];
  const all = [...explainByLetters(sample, cheapest(others).cost, most), ...others];
  const best = cheapest(all);
  const asDeclared = all.find((one) => one.encoding === (SAME_BYTES[asked ?? ''] ?? asked));
  return asked !== undefined && asDeclared !== undefined && asDeclared.cost <= most(best.cost) ? asked : best.encoding;
}

/** Without a sign put in or a C1 control character, which no text holds. Bytes that are weighed are not valid UTF-8. */
function readsAll(sample: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-')) return false;
  const decode = MULTI_BYTE.includes(encoding) ? decodeMultiByte : decodeSingleByte;
  const { text, replaced } = decode(sample, encoding);
  return replaced === 0 && !C1_CONTROL.test(text);
}

const C1_CONTROL: RegExp = /[\u0080-\u009f]/;

/** The first of the cheapest. */
function cheapest(all: readonly Explanation[]): Explanation {
  return all.reduce((least, one) => (one.cost < least.cost ? one : least));
}

const SAME_BYTES: Readonly<Record<string, string>> = { gbk: 'gb18030', 'iso-8859-8-i': 'iso-8859-8' };

/** First bytes of files that are never text though their head may hold no NUL: PDF, gzip, zip, PNG, JPEG, zstd, bzip2, ar. */
const MAGIC: readonly string[] = [
  '%PDF-',
  '\x1f\x8b',
  'PK\x03\x04',
  '\x89PNG',
  '\xff\xd8\xff',
  '(\xb5/\xfd',
  'BZh9',
  '!<arch>',
];
const LONGEST_MAGIC = 7;

/** Compressed bytes are controls for a tenth; text has none to speak of. A thousand bytes show it. */
const EVERY_TWENTY_FIFTH = 25;
const CONTROLS_LOOKED_AT = 1024;

/** Whether the head of a file (up to 4,096 bytes) is that of a binary: NULs outside UTF-16, or many control bytes. */
export function looksBinary(head: Uint8Array): boolean {
  if (findMark(head) !== undefined) return false;
  const looked = asBuffer(head.subarray(0, LOOKED_AT));
  const start = looked.toString('latin1', 0, LONGEST_MAGIC);
  if (MAGIC.some((magic) => start.startsWith(magic))) return true;
  const binary = looked.includes(NUL) || hasControls(looked.subarray(0, CONTROLS_LOOKED_AT), EVERY_TWENTY_FIFTH);
  return binary && guessUtf16(looked) === undefined;
}

/** Controls but for tab, line ends, form feed, backspace (struck-over print), escape and the old end-of-file sign. */
const CONTROLS = 0xf3ffc0fe;

function countControls(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && ((CONTROLS >>> byte) & 1) === 1) count += 1;
  }
  return count;
}
