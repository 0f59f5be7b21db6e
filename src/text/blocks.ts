/**
 * Finds the runs of lines in plain text that must stay together: hard-wrapped paragraphs, lists, tables, code, verse and
 * quoted mail. Everything else is a paragraph by itself, as crawlers write a line per block.
 */
import type { Block, BlockKind, Document, LineTable } from '../core/types.ts';
import { endOfWrapped, isFull, runsOn, widthOf, wrapWidth } from './wrapping.ts';

/** A stanza has at least this many lines, and a poem at least this many such lines in all. */
const STANZA_LINES = 3;
const POEM_LINES = 6;
/** A poem is what its page is about: groups of labels with a stop here and there are not. */
const LEAST_POEM_PERCENT = 35;
const LONGEST_VERSE = 70;
const LEAST_VERSE_TOKENS = 3;

const BULLET =
  /^(?:[-*+\u2022\u00b7\u2013\u2014\u25aa\u25cf\u25e6\u2023\u25ba\u2192\u27a4\u2713\u2714]\s|[\u2022\u25aa\u25cf\u25e6\u2023\u25ba\u27a4\u2713\u2714])/;
const NUMBERED = /^(?:\(?\d{1,3}[.)\u3001\uff0e]|\(?[a-z][.)])\s/i;
const CODE_END = /(?:[{};]|\)\s?=>|\/>|<\/\w{1,20}>)$/;
const CODE_START =
  /^(?:[{}<#$]|\/\/|\/\*|--|(?:const|let|var|function|def|class|import|from|return|if|for|while|public|private|select|echo|sudo|npm|pip|git|#include)\b)/i;
/** A shell waits for a command. */
const PROMPT = /^\$ [a-z./]/;
const CODE_SIGNS = /[(){}[\]=<>;$_]/;
/** Patterns look at this much of a line. */
const LOOK = 200;
const QUOTE_SIGN = 0x3e;
const PIPE = 0x7c;
const CLOSING_BRACKET = 0x29;
const STOP = 0x2e;
/** Columns by which code is set in (CommonMark 0.31, 4.4). */
const CODE_INDENT = 4;
/** One line in this many of a set-in block looks like code, at the least. */
const LEAST_CODE_SHARE = 4;
/** One unit in this many is a sign in a line of code, at the least. */
const LEAST_CODE_MARKS = 12;

export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly blockOf: Int32Array;
}

/** Finds blocks in a text without markup. `lineAt` gives a line without leading and trailing blanks. */
export function findBlocks(text: string, lines: LineTable, lineAt: (at: number) => string): FoundBlocks {
  const kinds = markLines(text, lines, lineAt);
  const wrap = wrapWidth(text, lines, (at) => kinds[at] === 'table' || kinds[at] === 'code');
  const blocks: Block[] = [];
  const page: Page = { text, lines, kinds, wrap, lineAt };
  for (const group of groupsOf(lines)) for (const block of blocksOf(group, page)) blocks.push(block);
  return indexBlocks(joinLists(blocks, lines), lines.count);
}

/** Gives every line the number of its block, -1 for none. */
export function indexBlocks(blocks: readonly Block[], count: number): FoundBlocks {
  const blockOf = new Int32Array(count).fill(-1);
  blocks.forEach((block, at) => {
    blockOf.fill(at, block.first, block.last + 1);
  });
  return { blocks, blockOf };
}

/**
 * The block that a line stands in. Not `blocks[blockOf[line]]`: most lines stand in none, and to ask an array for its
 * entry -1 takes fifteen times as long as to ask it for one that it has.
 */
export function blockAt({ blocks, blockOf }: Pick<Document, 'blocks' | 'blockOf'>, line: number): Block | undefined {
  const number = blockOf[line] as number;
  return number < 0 ? undefined : blocks[number];
}

interface Group {
  readonly first: number;
  readonly last: number;
}

/** Runs of lines without a blank line between them. */
function groupsOf(lines: LineTable): readonly Group[] {
  const groups: Group[] = [];
  let first = -1;
  for (let at = 0; at <= lines.count; at++) {
    const blank = at === lines.count || lines.from[at] === lines.end[at];
    if (!blank && first < 0) first = at;
    if (blank && first >= 0) {
      groups.push({ first, last: at - 1 });
      first = -1;
    }
  }
  return groups;
}

/** Kinds that a line shows by itself. Patterns run only where the table or the first unit leaves them a chance. */
function markLines(text: string, lines: LineTable, lineAt: (at: number) => string): (BlockKind | undefined)[] {
  const kinds = new Array<BlockKind | undefined>(lines.count);
  let tab = text.indexOf('\t');
  for (let at = 0; at < lines.count; at++) {
    const from = lines.from[at] as number;
    const end = lines.end[at] as number;
    if (from === end) continue;
    while (tab >= 0 && tab < from) tab = text.indexOf('\t', from);
    const first = text.charCodeAt(from);
    if (first === QUOTE_SIGN) kinds[at] = 'quote';
    else if (mayOpenItem(first, text.charCodeAt(from + 1)) && isItem(lineAt(at).slice(0, LOOK))) kinds[at] = 'list';
    else if ((tab >= 0 && tab < end) || (first === PIPE && isPipeRow(lineAt(at)))) kinds[at] = 'table';
    else if (
      (lines.marks[at] as number) * LEAST_CODE_MARKS >= end - from &&
      looksLikeCode(lines, at, lineAt(at).slice(0, LOOK))
    )
      kinds[at] = 'code';
  }
  return kinds;
}

/** Digits, signs, an opening bracket, or a letter with a bracket or stop behind it. */
function mayOpenItem(first: number, second: number): boolean {
  const isLetter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a;
  return isLetter ? second === CLOSING_BRACKET || second === STOP : first < 0xc0 || first >= 0x2000;
}

function isItem(head: string): boolean {
  return BULLET.test(head) || NUMBERED.test(head);
}

function isPipeRow(head: string): boolean {
  return head.startsWith('|') && head.indexOf('|', 1) > 0;
}

function looksLikeCode(lines: LineTable, at: number, head: string): boolean {
  if (PROMPT.test(head)) return true;
  const indent = (lines.from[at] as number) - (lines.start[at] as number);
  if (CODE_END.test(head) && CODE_SIGNS.test(head)) return true;
  return (
    (CODE_START.test(head) || indent >= 2) && CODE_SIGNS.test(head) && (lines.marks[at] as number) * 5 >= head.length
  );
}

interface Page {
  readonly text: string;
  readonly lines: LineTable;
  readonly kinds: readonly (BlockKind | undefined)[];
  /** Column at which the page was wrapped, or 0. */
  readonly wrap: number;
  readonly lineAt: (at: number) => string;
}

function blocksOf(group: Group, page: Page): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = group.first; at <= group.last; ) {
    const code = endOfCode(group, page, at);
    if (code !== undefined) {
      blocks.push({ kind: 'code', first: at, last: code });
      at = code + 1;
      continue;
    }
    const last =
      page.kinds[at] === undefined && page.wrap > 0 ? endOfParagraph(group, page, at) : endOfRun(group, page, at);
    const kind = kindOfRun(page, at, last);
    if (kind !== undefined) blocks.push({ kind, first: at, last });
    at = last + 1;
  }
  if (blocks.length === 0 && isStanza(group, page)) blocks.push({ kind: 'verse', ...group });
  return blocks;
}

/** The last of the set-in lines that begin at `at`, if code is among them: comments and tables of output show few signs. */
function endOfCode({ last }: Group, { lines, kinds }: Page, at: number): number | undefined {
  let end = at;
  let code = 0;
  for (; end <= last && (lines.from[end] as number) - (lines.start[end] as number) >= CODE_INDENT; end++) {
    if (kinds[end] === 'quote') return undefined;
    if (kinds[end] === 'code') code++;
  }
  return end - at > 1 && code * LEAST_CODE_SHARE >= end - at ? end - 1 : undefined;
}

/** The last line of the hard-wrapped paragraph, or list item, that begins at `at`. */
function endOfParagraph({ last }: Group, { text, lines, kinds, wrap }: Page, at: number): number {
  let bound = at;
  while (bound < last && kinds[bound + 1] === undefined) bound++;
  return endOfWrapped(text, lines, at, bound, wrap);
}

/** The last of the lines of one kind that begin at `at`; an item of wrapped text runs on over lines without a sign. */
function endOfRun(group: Group, page: Page, at: number): number {
  const { text, lines, kinds, wrap } = page;
  const kind = kinds[at];
  let last = at;
  while (last < group.last) {
    const next = kinds[last + 1];
    const goesOn = kind !== undefined && next === kind;
    const wraps = wrap > 0 && kind === 'list' && next === undefined && runsOn(text, lines, last, wrap);
    if (!goesOn && !wraps) break;
    last++;
  }
  return last;
}

function kindOfRun({ lines, kinds }: Page, first: number, last: number): BlockKind | undefined {
  const kind = kinds[first];
  if (kind === undefined) return last > first ? 'wrapped' : undefined;
  if (kind === 'table' || kind === 'code')
    return last > first || (lines.tokens[first] as number) > 1 ? kind : undefined;
  return kind;
}

/** Short lines that close with verse punctuation and hold function words; menus have neither. */
function isStanza(group: Group, { lines, lineAt }: Page): boolean {
  const count = group.last - group.first + 1;
  if (count < STANZA_LINES) return false;
  let tokens = 0;
  let words = 0;
  let stops = 0;
  let closed = 0;
  for (let at = group.first; at <= group.last; at++) {
    if (widthOf(lines, at) > LONGEST_VERSE || (lines.tokens[at] as number) < 2) return false;
    tokens += lines.tokens[at] as number;
    words += (lines.word[at + 1] as number) - (lines.word[at] as number);
    stops += lines.stops[at] as number;
    if (lines.terminal[at] !== 0 || lineAt(at).endsWith('\u2014')) closed++;
  }
  if (tokens < count * LEAST_VERSE_TOKENS || stops * 5 < words) return false;
  return closed * 4 >= count;
}

/** Neighbouring list items are one list; a lone numbered line is a heading of a listicle, a lone stanza no poem. */
function joinLists(blocks: readonly Block[], lines: LineTable): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (
      before !== undefined &&
      before.kind === 'list' &&
      block.kind === 'list' &&
      blankBetween(lines, before.last, block.first)
    ) {
      joined[joined.length - 1] = { ...before, last: block.last };
    } else joined.push(block);
  }
  const verse = joined.reduce((sum, block) => sum + (block.kind === 'verse' ? block.last - block.first + 1 : 0), 0);
  const isPoem = verse >= POEM_LINES && verse * 100 >= countFull(lines) * LEAST_POEM_PERCENT;
  return joined.filter((block) => {
    if (block.kind === 'list') return block.last > block.first;
    return block.kind !== 'verse' || isPoem;
  });
}

function blankBetween(lines: LineTable, last: number, first: number): boolean {
  for (let at = last + 1; at < first; at++) if (isFull(lines, at)) return false;
  return first - last <= 2;
}

function countFull(lines: LineTable): number {
  let full = 0;
  for (let at = 0; at < lines.count; at++) if (isFull(lines, at)) full++;
  return full;
}
