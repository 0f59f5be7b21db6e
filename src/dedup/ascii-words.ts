/**
 * The words of a text of plain ASCII, read, folded and flagged by the kernel: the same numbers as the tables of any text give
 * by way of `scan.ts`, `fold.ts` and `flags.ts`, in a quarter of the time (`bench/speed/scan.mjs`).
 */
import type { ComparedText } from './compared.ts';
import { type Kernel, openKernel } from './kernel.ts';

const LINE_FEED = 10;

/** Undefined for a text of other signs too, and for a very long one. `isLent`: what it gives is good until the next text is read. */
export function asciiText(title: string, body: string, isLent: boolean): ComparedText | undefined {
  const kernel = openKernel();
  const length = title.length + 1 + body.length;
  if (kernel === undefined || length > kernel.longest) return undefined;
  if (!isCopied(kernel, title, 0) || !isCopied(kernel, body, title.length + 1)) return undefined;
  kernel.text[title.length] = LINE_FEED;
  kernel.text[length] = LINE_FEED;
  const { words, lines } = kernel.read(length);
  const part = isLent ? lend : copier(words * 3 + lines * 2 + 1);
  const { flags, lineWords } = kernel;
  return {
    text: `${title}\n${body}`,
    start: part(kernel.starts, words),
    end: part(kernel.ends, words),
    words: part(kernel.words, words),
    flags: isLent ? flags.subarray(0, words) : flags.slice(0, words),
    titleWords: lines === 0 ? words : (lineWords[0] as number),
    lineWord: part(lineWords, lines + 1),
    lineAt: part(kernel.lines, lines),
  };
}

function lend(column: Uint32Array, length: number): Uint32Array {
  return column.subarray(0, length);
}

/** Copies columns side by side into one array: many small ones cost more to get than to fill. */
function copier(numbers: number): typeof lend {
  const all = new Uint32Array(numbers);
  let at = 0;
  return (column, length) => {
    const copy = all.subarray(at, at + length);
    copy.set(column.subarray(0, length));
    at += length;
    return copy;
  };
}

/** Every other sign takes more bytes than units. */
function isCopied({ text }: Kernel, units: string, at: number): boolean {
  return text.write(units, at, 'utf8') === units.length;
}
