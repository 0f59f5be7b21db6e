/** The single-byte encodings by the standard's tables: Node 20 has windows-1252 and four others wrong and one not at all. */
import { byteUnits } from './charset-index.ts';
import { CodeUnits, type DecodedText, REPLACEMENT } from './code-units.ts';

export function decodeSingleByte(bytes: Uint8Array, encoding: string): DecodedText {
  const table = byteUnits(encoding);
  const units = new CodeUnits(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const unit = table[bytes[at] ?? 0] ?? REPLACEMENT;
    if (unit === REPLACEMENT) units.fail();
    else units.push(unit);
  }
  return units.finish();
}
