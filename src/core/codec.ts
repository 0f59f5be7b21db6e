/** Records with typed arrays as one JSON head and one run of 32-bit numbers: for transfer between threads and for the cache. */

export interface Packed {
  /** The record without its arrays; `arrays` tells names and lengths in order. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly arrays: readonly (readonly [string, number])[];
  readonly numbers: Uint32Array;
}

const BYTES = 4;

export function packRecord(record: object): Packed {
  const head: Record<string, unknown> = {};
  const arrays: [string, number][] = [];
  const parts: Uint32Array[] = [];
  let size = 0;
  for (const [name, value] of Object.entries(record)) {
    if (value instanceof Uint32Array) {
      arrays.push([name, value.length]);
      parts.push(value);
      size += value.length;
    } else {
      head[name] = value;
    }
  }
  const numbers = new Uint32Array(size);
  let at = 0;
  for (const part of parts) {
    numbers.set(part, at);
    at += part.length;
  }
  return { head, arrays, numbers };
}

/** Arrays are views of the numbers, not copies. */
export function unpackRecord(packed: Packed): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = { ...packed.head };
  let at = 0;
  for (const [name, length] of packed.arrays) {
    record[name] = packed.numbers.subarray(at, at + length);
    at += length;
  }
  return record;
}

/** One line, and the numbers in little-endian bytes whatever the machine. */
export function encodePacked(packed: Packed): { readonly head: string; readonly bytes: Uint8Array } {
  const { buffer, byteOffset, byteLength } = packed.numbers;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength).slice();
  return { head: JSON.stringify({ ...packed.head, '#': packed.arrays }), bytes: turnToLittleEndian(bytes) };
}

/** Undefined if the bytes are not what the head says. */
export function decodePacked(head: string, bytes: Uint8Array): Packed | undefined {
  const { '#': arrays, ...rest } = JSON.parse(head) as Record<string, unknown>;
  if (!isArrayTable(arrays)) return undefined;
  const length = arrays.reduce((sum, [, count]) => sum + count, 0);
  if (length * BYTES !== bytes.length) return undefined;
  const numbers = new Uint32Array(length);
  const own = new Uint8Array(numbers.buffer);
  own.set(bytes);
  turnToLittleEndian(own);
  return { head: rest, arrays, numbers };
}

const IS_LITTLE_ENDIAN: boolean = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** In place, from the machine's own order and back. */
function turnToLittleEndian(bytes: Uint8Array): Uint8Array {
  if (!IS_LITTLE_ENDIAN) for (let at = 0; at < bytes.length; at += BYTES) bytes.subarray(at, at + BYTES).reverse();
  return bytes;
}

function isArrayTable(value: unknown): value is readonly (readonly [string, number])[] {
  return (
    Array.isArray(value) &&
    value.every((row) => Array.isArray(row) && typeof row[0] === 'string' && typeof row[1] === 'number')
  );
}
