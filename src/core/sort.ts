/** Sorting rows of (key, document) by key in linear time, so that records that share a key stand side by side. */

/** Rows of two columns. `owner` is the number of the document the key belongs to. */
export interface KeyRows {
  readonly key: Uint32Array;
  readonly owner: Uint32Array;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const KEY_BITS = 32;
/** Up to here moving rows one by one is cheaper than counting 2,048 digits three times. */
const FEW_ROWS = 256;

/** Stable least-significant-digit radix sort: rows of equal keys keep their order. The given columns are used as scratch. */
export function sortByKey(rows: KeyRows): KeyRows {
  if (rows.key.length <= FEW_ROWS) return insertSorted(rows);
  let from = rows;
  let to: KeyRows = { key: new Uint32Array(rows.key.length), owner: new Uint32Array(rows.owner.length) };
  for (let shift = 0; shift < KEY_BITS; shift += DIGIT_BITS) {
    scatter(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

/** Calls `visit` with every half-open range of rows that share a key. */
export function forEachRun(rows: KeyRows, visit: (first: number, end: number) => void): void {
  const { key } = rows;
  let first = 0;
  for (let at = 1; at <= key.length; at++) {
    if (at < key.length && key[at] === key[first]) continue;
    visit(first, at);
    first = at;
  }
}

/** Stable, in place. */
function insertSorted(rows: KeyRows): KeyRows {
  const { key, owner } = rows;
  for (let at = 1; at < key.length; at++) {
    const moved = key[at] as number;
    const document = owner[at] as number;
    let place = at;
    for (; place > 0 && (key[place - 1] as number) > moved; place--) {
      key[place] = key[place - 1] as number;
      owner[place] = owner[place - 1] as number;
    }
    key[place] = moved;
    owner[place] = document;
  }
  return rows;
}

function scatter(from: KeyRows, to: KeyRows, shift: number): void {
  const place = new Uint32Array(DIGITS + 1);
  const { length } = from.key;
  for (let at = 0; at < length; at++) {
    const digit = ((from.key[at] as number) >>> shift) & (DIGITS - 1);
    place[digit + 1] = (place[digit + 1] as number) + 1;
  }
  for (let digit = 1; digit <= DIGITS; digit++) place[digit] = (place[digit] as number) + (place[digit - 1] as number);
  for (let at = 0; at < length; at++) {
    const key = from.key[at] as number;
    const digit = (key >>> shift) & (DIGITS - 1);
    const row = place[digit] as number;
    place[digit] = row + 1;
    to.key[row] = key;
    to.owner[row] = from.owner[at] as number;
  }
}
