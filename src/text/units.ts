/**
 * The UTF-16 units of a text as numbers in an array. Reading them out of a string costs twice as much
 * (`bench/speed/scan.mjs`: 1,130 against 520 MB a second), because a string may lie in memory in several ways.
 */
import { Buffer } from 'node:buffer';

/** Kept between texts, so that a small text costs no allocation. A larger room is given back after use. */
const KEPT_UNITS = 1 << 20;
const ROOM: Room = makeRoom(KEPT_UNITS);
const LITTLE_ENDIAN: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

interface Room {
  readonly bytes: Buffer;
  readonly units: Uint16Array;
}

/** The units, followed by `closing`. Good until the next call. */
export function unitsOf(text: string, closing: number): Uint16Array {
  const { bytes, units } = text.length < KEPT_UNITS ? ROOM : makeRoom(text.length + 1);
  const written = bytes.write(text, 0, 'utf16le');
  if (!LITTLE_ENDIAN) bytes.subarray(0, written).swap16();
  units[text.length] = closing;
  return units;
}

function makeRoom(count: number): Room {
  const units = new Uint16Array(count);
  return { units, bytes: Buffer.from(units.buffer) };
}
