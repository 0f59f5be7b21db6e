/** The blocks of a Markdown text, as far as a cleaner needs them: CommonMark's block starts, and tables. */
import type { Block, BlockKind } from '../core/types.ts';

/** With a tab after the signs it is a row of a table of ours, not a heading. */
const ATX = /^ {0,3}(#{1,6})(?: |$)/;
const FENCE = /^ {0,3}(`{3,200}|~{3,200})([^`]{0,200})$/;
const RULE = /^ {0,3}(?:\*[ \t]{0,9}){3,60}$|^ {0,3}(?:-[ \t]{0,9}){3,60}$|^ {0,3}(?:_[ \t]{0,9}){3,60}$/;
const UNDERLINE = /^ {0,3}(={2,200}|-{2,200})[ \t]{0,99}$/;
const ITEM = /^[ \t]{0,40}(?:[-*+\u2022\u25cf\u25aa\u25e6\u2023]|(\d{1,9})[.)])(?:[ \t]|$)/;
const INDENTED = /^(?: {4}|\t)/;
const CONTINUED = /^(?: {2}|\t)/;
const QUOTE = /^ {0,3}>/;
/** Patterns look at this much of a line. */
const LOOK = 300;
/** Lines that wrap reach this width; shorter ones that stand together are verse. */
const LEAST_WRAPPED = 40;

/** Blocks from line `from` on. */
export function markdownBlocks(lines: readonly string[], from: number): readonly Block[] {
  const reader = new Reader(lines);
  const blocks: Block[] = [];
  for (let at = from; at < lines.length; ) {
    if (reader.isBlank(at)) {
      at++;
      continue;
    }
    const found = reader.blocksAt(at);
    for (const block of found) blocks.push(block);
    at = (found.at(-1)?.last ?? at) + 1;
  }
  return blocks;
}

class Reader {
  private readonly lines: readonly string[];
  private readonly heads: readonly string[];
  /** Shortest fence of each sign that was found to have no end; later ones have none either. */
  private readonly unclosed = new Map<string, number>();

  constructor(lines: readonly string[]) {
    this.lines = lines;
    this.heads = lines.map((line) => line.slice(0, LOOK));
  }

  isBlank(at: number): boolean {
    return (this.lines[at] ?? '').trim() === '';
  }

  /** The block that begins at this line; a heading with an underline gives two. */
  blocksAt(at: number): readonly Block[] {
    const head = this.heads[at] as string;
    const atx = ATX.exec(head);
    if (atx !== null) return [{ kind: 'heading', first: at, last: at, level: (atx[1] as string).length }];
    const fenceEnd = this.fenceEnd(at);
    if (fenceEnd > 0) return [{ kind: 'code', first: at, last: fenceEnd }];
    if (RULE.test(head)) return [{ kind: 'rule', first: at, last: at }];
    if (this.isTableStart(at)) return [this.run('table', at, (next) => (this.lines[next] as string).includes('|'))];
    if (QUOTE.test(head)) return [this.run('quote', at, (next) => QUOTE.test(this.heads[next] as string))];
    if (ITEM.test(head)) return [this.list(at)];
    if (INDENTED.test(head)) return [this.indentedCode(at)];
    return this.paragraph(at);
  }

  /** Last line of the fenced block that opens here, 0 if none does. */
  private fenceEnd(at: number): number {
    const [, fence = '', info = ''] = FENCE.exec(this.heads[at] as string) ?? [];
    const sign = fence.charAt(0);
    if (fence === '' || (sign === '`' && info.includes('`'))) return 0;
    if (fence.length >= (this.unclosed.get(sign) ?? Number.POSITIVE_INFINITY)) return 0;
    for (let next = at + 1; next < this.lines.length; next++) {
      const [, closing = '', rest = ''] = FENCE.exec(this.heads[next] as string) ?? [];
      if (closing.startsWith(fence) && rest.trim() === '') return next;
    }
    this.unclosed.set(sign, fence.length);
    return 0;
  }

  private isTableStart(at: number): boolean {
    return (this.lines[at] as string).includes('|') && isDelimiterRow(this.heads[at + 1] ?? '');
  }

  /** The lines from here on that go on as `belongs` says, up to a blank one. */
  private run(kind: BlockKind, at: number, belongs: (next: number) => boolean): Block {
    let last = at;
    while (last + 1 < this.lines.length && !this.isBlank(last + 1) && belongs(last + 1)) last++;
    return { kind, first: at, last };
  }

  /** Items, what is indented under them, and blank lines between items. A lone item is a line that happens to begin so. */
  private list(at: number): Block {
    const isOrdered = ITEM.exec(this.heads[at] as string)?.[1] !== undefined;
    let last = at;
    for (let next = at + 1; next < this.lines.length; next++) {
      if (this.isBlank(next)) {
        if (this.isBlank(next + 1)) break;
        continue;
      }
      const head = this.heads[next] as string;
      const item = ITEM.exec(head);
      const isItem = item !== null && !RULE.test(head);
      if (isItem && !CONTINUED.test(head) && (item[1] !== undefined) !== isOrdered) break;
      if (!isItem && !CONTINUED.test(head) && (last < next - 1 || this.opensBlock(next))) break;
      last = next;
    }
    if (last === at) return { kind: 'paragraph', first: at, last };
    return { kind: 'list', first: at, last, ordered: isOrdered };
  }

  private indentedCode(at: number): Block {
    let last = at;
    for (let next = at + 1; next < this.lines.length; next++) {
      if (this.isBlank(next)) continue;
      if (!INDENTED.test(this.heads[next] as string)) break;
      last = next;
    }
    return { kind: 'code', first: at, last };
  }

  private paragraph(at: number): readonly Block[] {
    let last = at;
    while (last + 1 < this.lines.length && !this.isBlank(last + 1)) {
      const underline = UNDERLINE.exec(this.heads[last + 1] as string);
      if (underline !== null && last === at) {
        const level = (underline[1] as string).startsWith('=') ? 1 : 2;
        return [
          { kind: 'heading', first: at, last: at, level },
          { kind: 'rule', first: at + 1, last: at + 1 },
        ];
      }
      if (this.opensBlock(last + 1)) break;
      last++;
    }
    return [{ kind: this.kindOfParagraph(at, last), first: at, last }];
  }

  /** True if the line ends a paragraph above it without a blank line between. */
  private opensBlock(at: number): boolean {
    const head = this.heads[at] as string;
    return (
      ATX.test(head) ||
      RULE.test(head) ||
      QUOTE.test(head) ||
      ITEM.test(head) ||
      this.fenceEnd(at) > 0 ||
      this.isTableStart(at)
    );
  }

  /** Lines that stand together stay together: rows of a table, hard-wrapped text, or verse where they are short. */
  private kindOfParagraph(first: number, last: number): BlockKind {
    const lines = this.heads.slice(first, last + 1);
    if (lines.some(isTabbed)) return 'table';
    if (first === last) return 'paragraph';
    return lines.slice(0, -1).every((line) => line.trim().length >= LEAST_WRAPPED) ? 'wrapped' : 'verse';
  }
}

/** `| --- | :-: |`: dashes, bars, colons and blanks, with at least one dash and one bar. */
function isDelimiterRow(head: string): boolean {
  let hasDash = false;
  let hasBar = false;
  for (const sign of head) {
    if (sign === '-') hasDash = true;
    else if (sign === '|') hasBar = true;
    else if (sign !== ':' && sign !== ' ' && sign !== '\t') return false;
  }
  return hasDash && hasBar;
}

/** Cells parted by tabs, as tables of flattened pages are. */
function isTabbed(head: string): boolean {
  return head.trim().includes('\t');
}
