/** The multi-byte encodings as the Encoding Standard decodes them; Node's ICU differs in thousands of Big5 and EUC-KR pairs. */
import { charsetIndex } from './charset-index.ts';
import { CodeUnits, type DecodedText } from './code-units.ts';
import { decodeIso2022Jp } from './iso-2022-jp.ts';

/** Reads one character that begins with a byte over 0x7F and gives the bytes it took. */
type Reader = (bytes: Uint8Array, at: number, units: CodeUnits) => number;

const READERS: Readonly<Record<string, () => Reader>> = {
  big5: () => big5Reader(charsetIndex('big5')),
  'euc-jp': () => eucJpReader(charsetIndex('jis0208'), charsetIndex('jis0212')),
  'euc-kr': () => eucKrReader(charsetIndex('euc-kr')),
  gb18030: () => gb18030Reader(charsetIndex('gb18030'), charsetIndex('gb18030-ranges')),
  gbk: () => gb18030Reader(charsetIndex('gb18030'), charsetIndex('gb18030-ranges')),
  shift_jis: () => shiftJisReader(charsetIndex('jis0208')),
};

export const MULTI_BYTE: readonly string[] = [...Object.keys(READERS), 'iso-2022-jp'];

export function decodeMultiByte(bytes: Uint8Array, encoding: string): DecodedText {
  if (encoding === 'iso-2022-jp') return decodeIso2022Jp(bytes);
  const read = READERS[encoding]?.() ?? failingReader;
  const units = new CodeUnits(bytes.length);
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units.push(byte);
      at += 1;
    } else {
      at += read(bytes, at, units);
    }
  }
  return units.finish();
}

function failingReader(_bytes: Uint8Array, _at: number, units: CodeUnits): number {
  units.fail();
  return 1;
}

/** The pair's character, or U+FFFD; an ASCII byte after a lead byte that it does not fit is read again by itself. */
function pushPair(units: CodeUnits, code: number, trail: number): number {
  if (code !== 0) units.pushCode(code);
  else units.fail();
  return code === 0 && trail < 0x80 ? 1 : 2;
}

/** Four pairs of Big5 stand for a letter and a mark. */
const BIG5_DOUBLES: Readonly<Record<number, readonly [number, number]>> = {
  1133: [0xca, 0x304],
  1135: [0xca, 0x30c],
  1164: [0xea, 0x304],
  1166: [0xea, 0x30c],
};

function big5Reader(index: Uint32Array): Reader {
  return (bytes, at, units) => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff) return failingReader(bytes, at, units);
    const fits = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
    const pointer = fits ? (lead - 0x81) * 157 + trail - (trail < 0x7f ? 0x40 : 0x62) : -1;
    const double = BIG5_DOUBLES[pointer];
    if (double === undefined) return pushPair(units, index[pointer] ?? 0, trail);
    units.push(double[0]);
    units.push(double[1]);
    return 2;
  };
}

function eucKrReader(index: Uint32Array): Reader {
  return (bytes, at, units) => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff) return failingReader(bytes, at, units);
    const fits = trail >= 0x41 && trail <= 0xfe;
    return pushPair(units, fits ? (index[(lead - 0x81) * 190 + trail - 0x41] ?? 0) : 0, trail);
  };
}

const HALF_KATAKANA = 0xff61 - 0xa1;

function eucJpReader(jis0208: Uint32Array, jis0212: Uint32Array): Reader {
  return (bytes, at, units) => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    const high = trail >= 0xa1 && trail <= 0xfe;
    if (lead === 0x8e) return pushPair(units, trail >= 0xa1 && trail <= 0xdf ? HALF_KATAKANA + trail : 0, trail);
    if (lead === 0x8f && high) return 1 + eucPair(jis0212, bytes, at + 1, units);
    if (lead === 0x8f) return pushPair(units, 0, trail);
    if (lead < 0xa1 || lead > 0xfe) return failingReader(bytes, at, units);
    return eucPair(jis0208, bytes, at, units);
  };
}

function eucPair(index: Uint32Array, bytes: Uint8Array, at: number, units: CodeUnits): number {
  const lead = bytes[at] ?? 0;
  const trail = bytes[at + 1] ?? 0;
  const fits = trail >= 0xa1 && trail <= 0xfe;
  return pushPair(units, fits ? (index[(lead - 0xa1) * 94 + trail - 0xa1] ?? 0) : 0, trail);
}

/** Pointers of Shift_JIS that end users define: they decode to private use. */
const PRIVATE_FIRST = 8836;
const PRIVATE_LAST = 10715;
const PRIVATE_USE = 0xe000 - PRIVATE_FIRST;

function shiftJisReader(index: Uint32Array): Reader {
  return (bytes, at, units) => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead === 0x80 || (lead >= 0xa1 && lead <= 0xdf)) {
      units.push(lead === 0x80 ? lead : HALF_KATAKANA + lead);
      return 1;
    }
    if (lead === 0xa0 || lead > 0xfc) return failingReader(bytes, at, units);
    const fits = trail >= 0x40 && trail <= 0xfc && trail !== 0x7f;
    const row = lead - (lead < 0xa0 ? 0x81 : 0xc1);
    const pointer = fits ? row * 188 + trail - (trail < 0x7f ? 0x40 : 0x41) : -1;
    const personal = pointer >= PRIVATE_FIRST && pointer <= PRIVATE_LAST;
    return pushPair(units, personal ? PRIVATE_USE + pointer : (index[pointer] ?? 0), trail);
  };
}

function gb18030Reader(index: Uint32Array, ranges: Uint32Array): Reader {
  return (bytes, at, units) => {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead === 0x80) {
      units.push(0x20ac);
      return 1;
    }
    if (lead === 0xff) return failingReader(bytes, at, units);
    if (trail >= 0x30 && trail <= 0x39) return readFourBytes(bytes, at, units, ranges);
    const fits = trail >= 0x40 && trail <= 0xfe && trail !== 0x7f;
    return pushPair(units, fits ? (index[(lead - 0x81) * 190 + trail - (trail < 0x7f ? 0x40 : 0x41)] ?? 0) : 0, trail);
  };
}

function readFourBytes(bytes: Uint8Array, at: number, units: CodeUnits, ranges: Uint32Array): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  if (at + 2 >= bytes.length || at + 3 >= bytes.length) {
    const cut = at + 2 >= bytes.length || (third >= 0x81 && third <= 0xfe);
    units.fail();
    return cut ? bytes.length - at : 1;
  }
  const fits = third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39;
  const pointer = (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  const code = fits ? rangeCode(ranges, pointer) : 0;
  if (code !== 0) units.pushCode(code);
  else units.fail();
  return fits ? 4 : 1;
}

/** Pointers past the last of the Basic Multilingual Plane and before the first above it stand for nothing. */
function rangeCode(ranges: Uint32Array, pointer: number): number {
  if ((pointer > 39419 && pointer < 189000) || pointer > 1237575) return 0;
  if (pointer === 7457) return 0xe7c7;
  let at = 0;
  while (at + 2 < ranges.length && (ranges[at + 2] ?? 0) <= pointer) at += 2;
  return (ranges[at + 1] ?? 0) + pointer - (ranges[at] ?? 0);
}
