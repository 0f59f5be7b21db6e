/** What the markup states beside what the page shows: the statement wins, the line that says the same moves. */
import type { Document } from '../core/types.ts';
import { plainName } from '../text/date-words.ts';
import { scanText } from '../text/scan.ts';
import { DECK_LINES, isInVerse } from './title-candidates.ts';
import type { Zone } from './zone.ts';

export interface StatedTitle {
  readonly title: string;
  /** Place of the line that shows it, -1 if none does. */
  readonly place: number;
}

const PARTER: RegExp = / [|\-–—·»:] /;

/**
 * The stated title and the line that shows it. A page name such as `The title | Outlet` gives way to the line that is
 * one of its parts, the longest first.
 */
export function placeStatedTitle(zone: Zone, stated: string): StatedTitle {
  const whole = placeOf(zone, stated);
  if (whole >= 0) return { title: stated, place: whole };
  const parts = stated.split(PARTER).filter((part) => part !== stated);
  for (const part of parts.sort((a, b) => b.length - a.length)) {
    const place = part.includes(' ') ? placeOf(zone, part) : -1;
    if (place >= 0) return { title: zone.doc.line(zone.lines[place] as number), place };
  }
  return { title: stated, place: -1 };
}

/** The line with this text, whatever its case and signs: the last one above the body, else the first below. */
function placeOf(zone: Zone, text: string): number {
  const { hashLow, hashHigh } = scanText(text).lines;
  const { lines, source } = zone.doc;
  // Front matter states the title of a text that may say it again, as songs do.
  const isWritten = source.format === 'markdown';
  let found = -1;
  for (let place = 0; place < zone.lines.length; place++) {
    const at = zone.lines[place] as number;
    if (lines.hashLow[at] !== hashLow[0] || lines.hashHigh[at] !== hashHigh[0]) continue;
    if (isInVerse(zone.doc, at) || (isWritten && (zone.lines[place - DECK_LINES] ?? -1) > zone.view.bodyFirst))
      continue;
    if (found < 0 || place <= zone.body) found = place;
  }
  return found;
}

/** True if the line says at least half of what is stated, or the reverse. */
export function saysLike(doc: Document, at: number, stated: string): boolean {
  const { words } = scanText(stated);
  const wanted = new Set(words.hash.subarray(0, words.count));
  const shown = new Set(doc.words.hash.subarray(doc.lines.word[at], doc.lines.word[at + 1]));
  const shared = [...shown].filter((hash) => wanted.has(hash)).length;
  return shared > 0 && shared * 2 >= Math.min(wanted.size, shown.size);
}

/** True if two lists of names share one. */
export function shareName(one: readonly string[], two: readonly string[]): boolean {
  const names = new Set(one.map((name) => plainName(name)));
  return two.some((name) => names.has(plainName(name)));
}

/** The only heading of the first rank, or -1. */
export function onlyHeading(doc: Document): number {
  const heads = doc.blocks.filter(({ kind, level }) => kind === 'heading' && level === 1);
  return heads.length === 1 ? (heads[0]?.first ?? -1) : -1;
}
