/** UTF-16 of either byte order; halves of pairs that stand alone and a last odd byte become U+FFFD. */
import { CodeUnits, type DecodedText } from './code-units.ts';

const NONE = -1;

export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): DecodedText {
  const units = new CodeUnits(bytes.length + 1);
  const low = littleEndian ? 0 : 1;
  let lead = NONE;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8);
    const kind = unit & 0xfc00;
    if (lead !== NONE && kind === 0xdc00) {
      units.push(lead);
      units.push(unit);
      lead = NONE;
      continue;
    }
    if (lead !== NONE) units.fail();
    lead = kind === 0xd800 ? unit : NONE;
    if (kind === 0xdc00) units.fail();
    else if (kind !== 0xd800) units.push(unit);
  }
  if (lead !== NONE || bytes.length % 2 === 1) units.fail();
  return units.finish();
}
