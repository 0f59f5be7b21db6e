/** The address of the source: a line that is nothing but a web address, or one with a label such as `Source:`. */
import type { Document } from '../core/types.ts';
import { plainName } from '../text/date-words.ts';
import type { Zone } from './zone.ts';

export interface FoundUrl {
  readonly url: string;
  /** Its line. */
  readonly at: number;
}

const SCHEMES: readonly string[] = ['http://', 'https://'];
const LABELS: ReadonlySet<string> = new Set(
  'source sources via link url permalink original quelle lien fuente enlace fonte bron zrodlo источник ссылка kalla kilde lahde zdroj forras sursa kaynak πηγη джерело sumber 来源 出典 출처'.split(
    ' ',
  ),
);
/** How far above and below the title a bare address is the source of the article, not a link of it. */
const REACH_ABOVE = 2;
const REACH_BELOW = 3;
const LONGEST_URL = 300;
/** A label and the address. */
const MOST_TOKENS = 2;
/** `://` and a full stop. */
const FEWEST_MARKS = 4;
/** What an address of a picture, a film or a short link ends with or holds: not the page. */
const OTHER_ENDS: readonly string[] = [
  '.jpg',
  '.jpeg',
  '.png',
  '.gif',
  '.webp',
  '.svg',
  '.mp4',
  '.mp3',
  '.pdf',
  '.css',
  '.js',
];

/** Looks beside the title, `title` being its place; elsewhere only a labelled address counts. */
export function findUrl({ doc, view, lines }: Zone, title: number): FoundUrl | undefined {
  const { count, tokens, marks } = doc.lines;
  const first = lines[Math.max(0, title - REACH_ABOVE)] ?? count;
  const lastBeside = title < 0 ? -1 : (lines[Math.min(title + REACH_BELOW, lines.length - 1)] ?? -1);
  for (let at = first; at < count; at++) {
    if ((tokens[at] as number) > MOST_TOKENS || (marks[at] as number) < FEWEST_MARKS || view.taken[at] === 1) continue;
    const found = urlIn(doc.line(at));
    if (found !== undefined && (at <= lastBeside || found.labelled)) return { url: found.url, at };
  }
  return undefined;
}

/** `www.example.org` and `example.org` are one host. */
export function hostOf(url: string): string {
  const start = url.indexOf('://') + 3;
  let end = start;
  while (end < url.length && !'/?#:'.includes(url.charAt(end))) end++;
  const host = plainName(url, start, end);
  return host.startsWith('www.') ? host.slice(4) : host;
}

/** True if the line is nothing but a web address, with or without a label. */
export function isUrlLine(doc: Document, at: number): boolean {
  return (doc.lines.tokens[at] as number) <= MOST_TOKENS && urlIn(doc.line(at)) !== undefined;
}

interface Address {
  readonly url: string;
  readonly labelled: boolean;
}

function urlIn(line: string): Address | undefined {
  if (line.length > LONGEST_URL) return undefined;
  const words = line.split(' ');
  const url = words.at(-1) ?? '';
  if (!isUrl(url) || words.length > MOST_TOKENS) return undefined;
  const label = words.length === MOST_TOKENS ? (words[0] ?? '') : '';
  if (label !== '' && !LABELS.has(plainName(label.endsWith(':') ? label.slice(0, -1) : label))) return undefined;
  return { url, labelled: label !== '' };
}

function isUrl(text: string): boolean {
  if (!SCHEMES.some((scheme) => text.startsWith(scheme))) return false;
  const host = hostOf(text);
  return (
    host.includes('.') && !host.startsWith('.') && !host.endsWith('.') && !OTHER_ENDS.some((end) => text.endsWith(end))
  );
}
