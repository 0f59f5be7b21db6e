/** One value, from a file or from the environment, as the parser of arguments would have given it. */
import { LIMITS } from '../../core/limits.ts';
import { hasTooManyStars } from '../../engine/ignored.ts';
import { isKnownEncoding } from '../../text/decode.ts';
import { nearestWord } from '../nearest-word.ts';
import { bytesIn } from '../size.ts';
import type { ValueType } from './keys.ts';

export type CliValue = string | boolean | readonly string[];

/** A value, or what should stand there instead. */
export type Checked = { readonly value: string | boolean } | { readonly fault: string };

const REPORTER = /^[a-z][a-z0-9-]{0,40}(?=:|$)/;

/** `place` turns a path into the one that is meant, or tells why it may not be used. */
export type Placing = (written: string) => { readonly path: string } | { readonly fault: string };

export function checkValue(type: ValueType, value: unknown, placing: Placing): Checked {
  if (type.kind === 'boolean') return typeof value === 'boolean' ? { value } : { fault: 'write true or false' };
  if (type.kind === 'words') return checkWords(type.of, value);
  if (typeof value !== 'string' && typeof value !== 'number') return { fault: wantedOf(type) };
  const text = String(value);
  if (type.kind === 'path') return placed(text, placing);
  if (type.kind === 'reporter') return checkReporter(text, placing);
  return isGood(type, value, text) ? { value: text } : { fault: wantedOf(type) + hintOf(type, text) };
}

/** Of text from the environment, where everything is text. */
export function fromText(type: ValueType, text: string): unknown {
  if (type.kind !== 'boolean') return text;
  if (/^(?:1|true|yes|on)$/i.test(text)) return true;
  return /^(?:0|false|no|off|)$/i.test(text) ? false : text;
}

export function globFault(glob: unknown): string | undefined {
  if (typeof glob !== 'string' || glob.trim() === '' || glob.includes('\0')) return 'write a glob such as blog/*.html';
  if (glob.length > LIMITS.globUnits.value) return `the glob has over ${LIMITS.globUnits.value} characters`;
  return hasTooManyStars(glob) ? `the glob has ** more than ${LIMITS.globStars.value} times` : undefined;
}

function isGood(type: ValueType, value: string | number, text: string): boolean {
  const number = Number(value);
  switch (type.kind) {
    case 'choice':
      return type.of.includes(text);
    case 'count':
      return text !== '' && Number.isInteger(number) && number >= 1 && number <= type.most;
    case 'seconds':
      return text !== '' && Number.isFinite(number) && number > 0;
    case 'size':
      return bytesIn(text) !== undefined;
    case 'encoding':
      return isKnownEncoding(text);
    case 'glob':
      return globFault(value) === undefined;
    default:
      return typeof value === 'string' && text !== '' && text.length <= LIMITS.globUnits.value && !text.includes('\0');
  }
}

function wantedOf(type: ValueType): string {
  switch (type.kind) {
    case 'choice':
      return `write one of ${type.of.join(', ')}`;
    case 'count':
      return `write a whole number from 1 to ${type.most}`;
    case 'seconds':
      return 'write seconds, more than 0';
    case 'size':
      return 'write a size such as 64M or 500k';
    case 'encoding':
      return 'write an encoding: utf-8, windows-1252 and the other WHATWG names are known';
    case 'glob':
      return `write a glob such as blog/*.html, with ** at most ${LIMITS.globStars.value} times`;
    case 'path':
      return 'write a path';
    default:
      return 'write a text';
  }
}

function hintOf(type: ValueType, text: string): string {
  const near = type.kind === 'choice' ? nearestWord(text, type.of) : undefined;
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** A list, or one text with commas. */
function checkWords(known: readonly string[], value: unknown): Checked {
  const words = Array.isArray(value) ? value : String(value).split(',');
  const named = words.map((word) => String(word).trim()).filter((word) => word !== '');
  const unknown = named.find((word) => !known.includes(word));
  if (unknown === undefined) return { value: named.join(',') };
  return { fault: `write some of ${known.join(', ')}${hintOf({ kind: 'choice', of: known }, unknown)}` };
}

function placed(text: string, placing: Placing): Checked {
  if (text === '' || text.includes('\0')) return { fault: 'write a path' };
  const place = placing(text);
  return 'path' in place ? { value: place.path } : place;
}

/** `name` or `name:file`. Which names there are is the command's to say; none of them is a path. */
function checkReporter(text: string, placing: Placing): Checked {
  const [name] = REPORTER.exec(text) ?? [];
  if (name === undefined) return { fault: 'write the name of a reporter; code is not loaded' };
  if (text === name) return { value: text };
  const file = placed(text.slice(name.length + 1), placing);
  return 'fault' in file ? file : { value: `${name}:${String(file.value)}` };
}
