/** The one door to htmlparser2: tokens as offsets into the source, and character references decoded where they are asked for. */

import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';

/** What a page is told of its tokens. Offsets are into the source; nothing is decoded. */
export interface TokenSink {
  ontext(start: number, end: number): void;
  onopentagname(start: number, end: number): void;
  onattribname(start: number, end: number): void;
  onattribdata(start: number, end: number): void;
  onopentagend(end: number): void;
  onselfclosingtag(end: number): void;
  onclosetag(start: number, end: number): void;
  onend(): void;
  /** True inside SVG and MathML, where `title` and `script` are ordinary elements. */
  isInForeignContext(): boolean;
}

/** Decoding references along the way costs a third of the speed (48 against 68 MB a second on wcxb-dev), so it is done on demand. */
export function tokenizeHtml(html: string, sink: TokenSink): void {
  const tokenizer = new Tokenizer({ decodeEntities: false }, withIgnored(sink));
  // In HTML a CDATA section is a comment up to the next `>`; the tokenizer would swallow the page up to `]]>`.
  tokenizer.write(html.replaceAll('<![CDATA[', '<!CDATA[['));
  tokenizer.end();
}

/** Replaces the character references of running text. */
export function decodeText(text: string): string {
  // Inside a title element, references are all that is recognised: the text may hold `<` at will.
  return text.includes('&') ? decodeIn('<title>', text, '') : text;
}

/** Replaces the character references of an attribute value, where `&copy=1` is not one. */
export function decodeAttribute(value: string): string {
  if (!value.includes('&')) return value;
  const quote = value.includes('"') ? "'" : '"';
  return value.includes(quote) ? decodeText(value) : decodeIn(`<a b=${quote}`, value, `${quote}>`);
}

function decodeIn(before: string, source: string, after: string): string {
  const page = before + source + after;
  let decoded = '';
  const take = (start: number, end: number): void => {
    decoded += page.slice(start, end);
  };
  const point = (code: number): void => {
    decoded += String.fromCodePoint(code);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    { ...IGNORED, ontext: take, ontextentity: point, onattribdata: take, onattribentity: point },
  );
  tokenizer.write(page);
  tokenizer.end();
  return decoded;
}

function ignore(): void {}

const IGNORED: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

/** Bound methods in an object of one shape: the tokenizer's calls stay monomorphic. */
function withIgnored(sink: TokenSink): TokenizerCallbacks {
  return {
    ...IGNORED,
    // An end tag that the end of the input cuts off comes as text from -1.
    ontext: (start, end) => {
      if (start >= 0) sink.ontext(start, end);
    },
    onopentagname: (start, end) => sink.onopentagname(start, end),
    onattribname: (start, end) => sink.onattribname(start, end),
    onattribdata: (start, end) => sink.onattribdata(start, end),
    onopentagend: (end) => sink.onopentagend(end),
    onselfclosingtag: (end) => sink.onselfclosingtag(end),
    onclosetag: (start, end) => sink.onclosetag(start, end),
    onend: () => sink.onend(),
    isInForeignContext: () => sink.isInForeignContext(),
  };
}
