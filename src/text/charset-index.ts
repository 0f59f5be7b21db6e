/** Opens the packed indexes of the Encoding Standard; each is unpacked once, when a document first needs it. */
import { Buffer } from 'node:buffer';
import { REPLACEMENT } from './code-units.ts';
import { CHARSET_INDEXES } from './tables/charset-index.ts';

/** Numbers that announce a run: of consecutive code points (0), of places without one (1); from 2 on they are steps. */
const RUN = 0;
const STEP = 2;
/** Set on every byte of a number but its last. */
const MORE = 0x80;
/** More than the largest index has. */
const MOST_PLACES = 24_066;

const ASCII = 128;

const opened = new Map<string, Uint32Array>();

/** Code points by pointer, 0 where the standard has none. */
export function charsetIndex(name: string): Uint32Array {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const index = unpack(CHARSET_INDEXES[name] ?? '');
  opened.set(name, index);
  return index;
}

const bytes = new Map<string, Uint16Array>();

/** The 256 code units of a single-byte encoding, U+FFFD where the standard has none. */
export function byteUnits(encoding: string): Uint16Array {
  const known = bytes.get(encoding);
  if (known !== undefined) return known;
  const index = charsetIndex(encoding === 'iso-8859-8-i' ? 'iso-8859-8' : encoding);
  const units = Uint16Array.from({ length: ASCII * 2 }, (_, byte) => {
    const code = byte < ASCII ? byte : (index[byte - ASCII] ?? 0);
    return code === 0 && byte > 0 ? REPLACEMENT : code;
  });
  bytes.set(encoding, units);
  return units;
}

function unpack(packed: string): Uint32Array {
  const numbers = readNumbers(packed);
  const codes = new Uint32Array(MOST_PLACES);
  let length = 0;
  let last = 0;
  for (let at = 0; at < numbers.length; at++) {
    const lead = numbers[at] ?? 0;
    if (lead >= STEP) {
      last += 1 + signed(lead - STEP);
      codes[length++] = last;
      continue;
    }
    at += 1;
    const run = numbers[at] ?? 0;
    for (let step = 0; lead === RUN && step < run; step++) codes[length + step] = last + 1 + step;
    length += run;
    last += lead === RUN ? run : 0;
  }
  return codes.slice(0, length);
}

/** Even numbers count up from 0, odd ones down from -1. */
function signed(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

/** Seven bits a byte, low bits first. */
function readNumbers(packed: string): Uint32Array {
  const bytes = Buffer.from(packed, 'base64');
  const numbers = new Uint32Array(bytes.length);
  let length = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    numbers[length] = (numbers[length] ?? 0) | ((byte & (MORE - 1)) << shift);
    shift = byte < MORE ? 0 : shift + 7;
    if (byte < MORE) length += 1;
  }
  return numbers.subarray(0, length);
}
