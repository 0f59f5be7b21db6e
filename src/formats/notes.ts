/** What a reader notices about a text: bytes that fit no encoding, double-encoded text, signs that hide or act. */
import { Buffer } from 'node:buffer';
import type { Finding } from '../core/types.ts';
import { looksMojibake } from '../text/mojibake.ts';

/** A file cut inside a letter has one; more than these, or this share of the units, and the encoding is wrong. */
const FEW_REPLACED = 2;
const UNITS_PER_REPLACED = 2000;
const REPLACEMENT = '\ufffd';
/** Terminals act on these: escape and the other controls, C1 among them; blanks, line ends and NEL aside. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]/g;
/** Text decoded twice is full of C1 signs that mean letters. */
const CONTROLS_OF_ASCII = /[\u0000-\u0008\u000e-\u001b\u007f]/g;
const ASCII_CONTROL = /[\u0000-\u0008\u000e-\u001b\u007f]/;
/** Embeddings, overrides and isolates; the marks U+200E and U+200F only help. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Signs that show nothing and can spell whole texts: tags (but for flags), variation selectors in a row, runs of zero-width signs. */
const INVISIBLE =
  /(?<!\u{1f3f4}|[\u{e0061}-\u{e007a}])[\u{e0001}-\u{e007f}]|[\u{e0100}-\u{e01ef}]{2}|[\u200b-\u200d\u2060\ufeff]{4}/gu;
const ANY =
  /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200d\u2060\ufeff\udb40]/;

/** `replaced`: how many U+FFFD the decoder put in. */
export function notesOn(text: string, replaced: number): readonly Finding[] {
  if (isPlain(text)) return [];
  const notes: Finding[] = [];
  if (replaced > FEW_REPLACED || (replaced > 0 && replaced * UNITS_PER_REPLACED > text.length)) {
    notes.push(
      note(
        'read/undecodable',
        'undecodable',
        text,
        text.indexOf(REPLACEMENT),
        replaced,
        'bytes that fit no encoding were replaced',
      ),
    );
  }
  const isMojibake = looksMojibake(text);
  if (isMojibake) {
    notes.push(
      note('read/mojibake', 'mojibake', text, mojibakeAt(text), 1, 'text that was decoded wrongly before it was saved'),
    );
  }
  return ANY.test(text) ? [...notes, ...suspicious(text, isMojibake ? CONTROLS_OF_ASCII : CONTROLS)] : notes;
}

/** Nothing but ASCII without controls, as most texts are: looked at first, as that is cheap. */
function isPlain(text: string): boolean {
  return Buffer.byteLength(text, 'utf8') === text.length && !ASCII_CONTROL.test(text);
}

function suspicious(text: string, controls: RegExp): readonly Finding[] {
  const notes: Finding[] = [];
  const add = (places: readonly number[], message: string): void => {
    if (places.length > 0)
      notes.push(note('read/suspicious', 'suspicious', text, places[0] as number, places.length, message));
  };
  add(placesOf(text, controls), 'control signs that a terminal acts on');
  add(turningDirections(text), 'direction controls that can reorder what is read');
  add(placesOf(text, INVISIBLE), 'text that cannot be seen');
  return notes;
}

function placesOf(text: string, pattern: RegExp): readonly number[] {
  return Array.from(text.matchAll(pattern), (match) => match.index);
}

/** Overrides, and embeddings or isolates that are still open at the end of their line. What is closed again reorders only itself. */
function turningDirections(text: string): readonly number[] {
  const places: number[] = [];
  let open: number[] = [];
  let lineEnd = 0;
  for (const at of placesOf(text, DIRECTIONS)) {
    if (at > lineEnd) {
      places.push(...open);
      open = [];
      lineEnd = endOfLine(text, at);
    }
    const unit = text.charCodeAt(at);
    if (unit === 0x202d || unit === 0x202e) places.push(at);
    else if (unit === 0x202c || unit === 0x2069) open.pop();
    else open.push(at);
  }
  return [...places, ...open].sort((a, b) => a - b);
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}

/** The first line that shows it by itself; the first line if none does. */
function mojibakeAt(text: string): number {
  for (let at = 0; at < text.length; at = endOfLine(text, at) + 1) {
    if (looksMojibake(text.slice(at, endOfLine(text, at)))) return at;
  }
  return 0;
}

function note(
  rule: Finding['rule'],
  kind: Finding['kind'],
  text: string,
  at: number,
  count: number,
  message: string,
): Finding {
  const line = lineAt(text, at);
  return { rule, kind, action: 'note', first: line, last: line, confidence: 1, message, evidence: { count } };
}

function lineAt(text: string, offset: number): number {
  let lines = 0;
  for (let at = 0; at < offset; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}
