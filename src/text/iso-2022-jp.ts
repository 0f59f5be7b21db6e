/** ISO-2022-JP as the Encoding Standard decodes it: seven-bit text whose escape sequences switch between four sets. */
import { charsetIndex } from './charset-index.ts';
import { CodeUnits, type DecodedText } from './code-units.ts';

type CharacterSet = 'ascii' | 'roman' | 'katakana' | 'pairs';

const ESCAPE = 0x1b;

/** What the two bytes after an escape switch to. */
const SWITCHES: Readonly<Record<string, CharacterSet>> = {
  '(B': 'ascii',
  '(J': 'roman',
  '(I': 'katakana',
  '$@': 'pairs',
  $B: 'pairs',
};

export function decodeIso2022Jp(bytes: Uint8Array): DecodedText {
  const units = new CodeUnits(bytes.length);
  let set: CharacterSet = 'ascii';
  let switched = false;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] !== ESCAPE) {
      switched = false;
      at += set === 'pairs' ? pushJisPair(bytes, at, units) : pushSingle(bytes[at] ?? 0, set, units);
      continue;
    }
    const next = SWITCHES[String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)];
    // Two switches with nothing between them are an error by the standard, though the second holds.
    if (next === undefined || switched) units.fail();
    switched = next !== undefined;
    set = next ?? set;
    at += next === undefined ? 1 : 3;
  }
  return units.finish();
}

function pushSingle(byte: number, set: CharacterSet, units: CodeUnits): number {
  if (set === 'katakana') {
    if (byte >= 0x21 && byte <= 0x5f) units.push(0xff61 - 0x21 + byte);
    else units.fail();
  } else if (byte > 0x7f || byte === 0x0e || byte === 0x0f) {
    units.fail();
  } else if (set === 'roman' && (byte === 0x5c || byte === 0x7e)) {
    units.push(byte === 0x5c ? 0xa5 : 0x203e);
  } else {
    units.push(byte);
  }
  return 1;
}

function pushJisPair(bytes: Uint8Array, at: number, units: CodeUnits): number {
  const lead = bytes[at] ?? 0;
  const trail = bytes[at + 1] ?? 0;
  const fits = lead >= 0x21 && lead <= 0x7e && trail >= 0x21 && trail <= 0x7e;
  const code = fits ? (charsetIndex('jis0208')[(lead - 0x21) * 94 + trail - 0x21] ?? 0) : 0;
  if (code !== 0) units.pushCode(code);
  else units.fail();
  const alone = lead < 0x21 || lead > 0x7e || trail === ESCAPE || at + 1 >= bytes.length;
  return alone ? 1 : 2;
}
