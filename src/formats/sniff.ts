/** What the first bytes and the name of an input say of its format. Content decides; the ending only breaks ties. */
import { Buffer } from 'node:buffer';

const TEXT_ENDINGS: readonly string[] = ['.txt', '.text', ''];
const NUL = 0;
const MARKS = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/;
const NULS = /\u0000/g;
/** Comments and processing instructions that may stand before a document; each search is bounded by the head. */
const OPENING_COMMENT = '<!--';
const INSTRUCTION = '<?';
const DOCUMENT = /^<(?:!doctype\s{1,20}html|html|head|body)(?:[\s>/]|$)/i;
const ELEMENT = /<(?:p|br|div|a|h[1-6]|ul|ol|li|table|span|article|section|title|meta|script|img)[\s>/]/i;

/** The ending of a path in lower case, with its dot; `''` for a name without one. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

export function hasTextEnding(path: string): boolean {
  return TEXT_ENDINGS.includes(endingOf(path));
}

/** The head as far as its ASCII goes: marks off, UTF-16 thinned out, other bytes as they fall. */
export function asciiView(head: Uint8Array): string {
  const view = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1').replace(MARKS, '');
  return head.includes(NUL) ? view.replace(NULS, '') : view;
}

/** True if the text plainly is an HTML document: a doctype or one of the outer elements, after comments and an XML declaration. */
export function isHtmlDocument(view: string): boolean {
  let at = skipBlanks(view, 0);
  for (;;) {
    const end = view.startsWith(OPENING_COMMENT, at)
      ? view.indexOf('-->', at + OPENING_COMMENT.length)
      : view.startsWith(INSTRUCTION, at)
        ? view.indexOf('?>', at)
        : -1;
    if (end < 0) break;
    at = skipBlanks(view, view.indexOf('>', end) + 1);
  }
  return DOCUMENT.test(view.slice(at, at + 40));
}

/** True if there is an element of HTML in the head: enough for what its name calls HTML. */
export function holdsElements(view: string): boolean {
  return ELEMENT.test(view);
}

function skipBlanks(view: string, start: number): number {
  let at = start;
  while (at < view.length && view.charCodeAt(at) <= 0x20) at++;
  return at;
}
