/** Documents that are compared as they are: nothing was judged. */
import type { RawDocument } from '../core/types.ts';
import { type ComparedText, lentText, wholeText } from './compared.ts';

const LINE_END = /\r\n|\r|\n/g;

export function textIn(raw: RawDocument): ComparedText {
  return wholeText(raw.hints?.title ?? '', bodyIn(raw));
}

/** The same, good until the next text is read. */
export function lentTextIn(raw: RawDocument): ComparedText {
  return lentText(raw.hints?.title ?? '', bodyIn(raw));
}

/** Front matter is no line of an article: it is left blank, so that the others keep their numbers. */
export function bodyIn({ text, blocks }: RawDocument): string {
  const front = blocks?.find(({ kind }) => kind === 'front-matter');
  if (front === undefined) return text;
  LINE_END.lastIndex = 0;
  for (let line = 0; line <= front.last; line++) if (LINE_END.exec(text) === null) return '';
  return '\n'.repeat(front.last + 1) + text.slice(LINE_END.lastIndex);
}
