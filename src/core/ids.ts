import type { DocId } from './types.ts';

/** Names the document at a relative POSIX path, or its n-th record (from 1) inside a container. */
export function docId(path: string, record?: number): DocId {
  return (record === undefined ? path : `${path}#${record}`) as DocId;
}

/** Orders strings by code point, which is the order of their UTF-8 bytes; `<` would compare UTF-16 units and differ above U+FFFF. */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Units of UTF-16 among which the order of units is not that of code points. */
const OUT_OF_ORDER = /[\ud800-\uffff]/;

/** Compares as `compareText` does, these texts only: where all are plain the engine's own order is the same, and quicker. */
export function comparerOf(texts: readonly string[]): (a: string, b: string) => number {
  if (texts.some((text) => OUT_OF_ORDER.test(text))) return compareText;
  return (a, b) => (a < b ? -1 : Number(a > b));
}

/** The order of an archive: by path, then by record. */
export function compareIds(a: DocId, b: DocId): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  return compareText(one.path, other.path) || one.record - other.record;
}

function partsOf(id: DocId): { readonly path: string; readonly record: number } {
  const mark = id.lastIndexOf('#');
  const record = mark < 0 ? Number.NaN : Number(id.slice(mark + 1));
  return Number.isInteger(record) && record > 0 ? { path: id.slice(0, mark), record } : { path: id, record: 0 };
}

/** Surrogates stand for code points above every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
