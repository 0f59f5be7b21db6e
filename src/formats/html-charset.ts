/** The encoding a page declares: the prescan of the HTML standard, byte for byte what browsers do before they decode. */
import { Buffer } from 'node:buffer';
import { encodingName } from '../text/charset-labels.ts';

/** The standard looks at 1,024 bytes; browsers read the page again if a later tag says otherwise, as after 8,192 bytes in the cases of html5lib. */
const REACH = 16_384;
const WORTH_LOOKING = /charset|encoding/i;
const LABEL = /^[\t\n\f\r ]{0,20}([\w:.+-]{1,40})[\t\n\f\r ]{0,20}$/;
const SPACE = /[\t\n\f\r ]/;
const LETTER = /[a-z]/i;
const XML_ENCODING = /^<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([^"']{1,40})["']/;
const CHARSET = /charset\s{0,99}=\s{0,99}(?:"([^"]{0,40})"|'([^']{0,40})'|([^\s;"']{1,40}))/i;

/** The label in the first bytes of a page, if it names an encoding; undefined otherwise. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, REACH)).toString('latin1');
  if (!WORTH_LOOKING.test(head)) return undefined;
  for (let at = 0; at < head.length; at++) {
    at = head.indexOf('<', at);
    if (at < 0) break;
    if (head.startsWith('<!--', at)) {
      const end = head.indexOf('-->', at + 2);
      if (end < 0) break;
      at = end + 2;
    } else if (/^<meta[\s/]/i.test(head.slice(at, at + 6))) {
      const tag = readAttributes(head, at + 5);
      const found = encodingOf(tag.attributes);
      if (found !== undefined) return found;
      at = tag.end;
    } else if (LETTER.test(head.charAt(head.charAt(at + 1) === '/' ? at + 2 : at + 1))) {
      at = readAttributes(head, skipName(head, at + 1)).end;
    } else if (/[!/?]/.test(head.charAt(at + 1))) {
      const end = head.indexOf('>', at);
      if (end < 0) break;
      at = end;
    }
  }
  return usable(XML_ENCODING.exec(head)?.[1]);
}

function skipName(head: string, start: number): number {
  let at = start;
  while (at < head.length && head.charAt(at) !== '>' && !SPACE.test(head.charAt(at))) at++;
  return at;
}

function encodingOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const charset = attributes.get('charset');
  if (charset !== undefined) return usable(charset);
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  const match = CHARSET.exec(attributes.get('content')?.slice(0, REACH) ?? '');
  return usable(match?.[1] ?? match?.[2] ?? match?.[3]);
}

/** A page whose tags can be read byte by byte is not UTF-16, whatever it says. */
function usable(label: string | undefined): string | undefined {
  const bare = label === undefined ? undefined : LABEL.exec(label)?.[1];
  const name = bare === undefined ? undefined : encodingName(bare);
  if (name === 'utf-16le' || name === 'utf-16be') return 'utf-8';
  return name === 'x-user-defined' ? 'windows-1252' : name;
}

interface Attributes {
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the tag ends. */
  readonly end: number;
}

function readAttributes(head: string, start: number): Attributes {
  const attributes = new Map<string, string>();
  let at = start;
  while (at < head.length) {
    while (SPACE.test(head.charAt(at)) || head.charAt(at) === '/') at++;
    if (at >= head.length || head.charAt(at) === '>') break;
    const from = at;
    while (at < head.length && !/[\t\n\f\r />]/.test(head.charAt(at)) && (head.charAt(at) !== '=' || at === from)) at++;
    const name = head.slice(from, at).toLowerCase();
    while (SPACE.test(head.charAt(at))) at++;
    const value = head.charAt(at) === '=' ? readValue(head, at + 1) : { text: '', end: at };
    if (!attributes.has(name)) attributes.set(name, value.text);
    at = value.end;
  }
  return { attributes, end: at };
}

function readValue(head: string, start: number): { readonly text: string; readonly end: number } {
  let at = start;
  while (SPACE.test(head.charAt(at))) at++;
  const quote = head.charAt(at);
  if (quote === '"' || quote === "'") {
    const end = head.indexOf(quote, at + 1);
    return end < 0 ? { text: '', end: head.length } : { text: head.slice(at + 1, end), end: end + 1 };
  }
  const from = at;
  while (at < head.length && head.charAt(at) !== '>' && !SPACE.test(head.charAt(at))) at++;
  return { text: head.slice(from, at), end: at };
}
