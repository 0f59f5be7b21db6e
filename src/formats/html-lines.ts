/** The flattened page under construction: a record per line, then one text and its blocks. */
import type { Block, BlockKind } from '../core/types.ts';
import { CLASSES, LETTER, UNSPACED } from '../text/tables/letters.ts';
import type { Words } from './html-regions.ts';

/** What the element around a line says of it. */
export interface Setting {
  readonly kind: BlockKind;
  readonly level: number;
  readonly ordered: boolean;
  /** Lines of one group are one block: a list, preformatted text. 0: a block is what stands between two block tags. */
  readonly group: number;
}

interface Line {
  text: string;
  kind: BlockKind;
  readonly level: number;
  readonly ordered: boolean;
  readonly owner: number;
  readonly letters: number;
  readonly linked: number;
  readonly region: Words;
  /** A blank line stands before it; a rule, if `rule`. */
  gap: boolean;
  readonly rule: boolean;
}

interface Row {
  readonly table: number;
  /** First line of each cell. */
  readonly cells: number[];
}

export interface FlatPage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A class name says `caption` of whole columns too; captions end well below this. */
const LONGEST_CAPTION = 600;
/** A cell of a data table: what is longer, or has more lines, is a column of a page laid out by a table. */
const LONGEST_CELL = 400;
const MOST_CELL_LINES = 3;
const CELL_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'heading']);
/** Zero-width signs alone on a line are an editor's empty paragraph. */
const UNSEEN = /^[\u00ad\u200b-\u200f\u2060\ufeff]{1,8}$/;
const EMPTY: Words = [];

export class Lines {
  private readonly lines: Line[] = [];
  private readonly rows: Row[] = [];
  /** Tables with at least one row of two filled cells. */
  private readonly dataTables = new Set<number>();
  private serial = 0;
  private owner = 0;
  private gap = false;
  private rule = false;
  private breaks = 0;
  private space = false;
  private text = '';
  private letters = 0;
  private linked = 0;
  private setting: Setting | undefined;
  private region: Words = EMPTY;
  private blockRegion: Words = EMPTY;

  get count(): number {
    return this.lines.length;
  }

  /** True if the next text begins a line. */
  get isEmpty(): boolean {
    return this.setting === undefined;
  }

  newGroup(): number {
    return ++this.serial;
  }

  /** `region` of the element the text is in, `blockRegion` of the block around it. */
  begin(setting: Setting, region: Words, blockRegion: Words): void {
    this.setting = setting;
    this.region = region;
    this.blockRegion = blockRegion;
  }

  /** The line goes on in another element: where regions differ, that of the block holds. */
  mix(region: Words): void {
    if (region !== this.region) this.region = this.blockRegion;
  }

  addSpace(): void {
    this.space = true;
  }

  addText(piece: string, letters: number, inLink: boolean): void {
    if (this.text === '') this.text = piece;
    else this.text += this.space ? ` ${piece}` : piece;
    this.space = false;
    this.breaks = 0;
    this.letters += letters;
    if (inLink) this.linked += letters;
  }

  /** A piece of a preformatted line. */
  addVerbatim(piece: string, inLink: boolean): void {
    this.space = false;
    this.text += piece;
    const letters = countLetters(piece);
    this.letters += letters;
    if (inLink) this.linked += letters;
  }

  /** The tag of a block: the line ends, and so does the block. */
  endBlock(isApart: boolean): void {
    this.endLine();
    this.owner = ++this.serial;
    this.breaks = 0;
    if (isApart) this.gap = true;
  }

  /** `<br>`; two of them with nothing between part paragraphs. */
  breakLine(): void {
    this.endLine();
    const breaks = this.breaks + 1;
    if (breaks > 1) this.endBlock(true);
    this.breaks = breaks;
  }

  addRule(): void {
    this.endBlock(true);
    this.rule = this.lines.length > 0;
  }

  endLine(): void {
    const { setting, text } = this;
    this.setting = undefined;
    this.space = false;
    this.text = '';
    if (setting === undefined) return;
    if (!UNSEEN.test(text)) this.push(setting, text);
    this.letters = 0;
    this.linked = 0;
  }

  /** The end of a preformatted line, which counts even if blank. */
  endVerbatim(setting: Setting): void {
    const { text } = this;
    this.text = '';
    this.setting = undefined;
    this.push(setting, text.trim() === '' ? '' : text);
    this.letters = 0;
    this.linked = 0;
  }

  /**
   * Cuts the blank lines around the preformatted text that began at line `from`. In code the inner ones stay lines;
   * in prose they part paragraphs.
   */
  closeVerbatim(from: number, isProse: (lines: readonly string[]) => boolean): void {
    const lines = this.lines.splice(from);
    const gap = lines[0]?.gap ?? false;
    while (lines.at(-1)?.text === '') lines.pop();
    while (lines[0]?.text === '') lines.shift();
    if (lines.length === 0) {
      this.gap ||= gap;
      return;
    }
    const prose = isProse(lines.map((line) => line.text));
    let isGap = gap;
    for (const line of lines) {
      if (prose && line.text === '') {
        isGap = true;
        continue;
      }
      line.gap = isGap;
      line.kind = prose ? 'wrapped' : 'code';
      isGap = false;
      this.lines.push(line);
    }
  }

  openRow(table: number): void {
    this.rows.push({ table, cells: [] });
  }

  openCell(table: number): void {
    const row = this.rows.at(-1);
    if (row?.table === table) row.cells.push(this.lines.length);
  }

  /** Joins the cells of a data row into one line, parted by tabs; what a layout table holds stays as it is. */
  closeRow(): void {
    const row = this.rows.pop();
    const start = row?.cells[0];
    if (row === undefined || start === undefined) return;
    const ends = row.cells.map((_, at) => row.cells[at + 1] ?? this.lines.length);
    const isLong = row.cells.some((first, at) => (ends[at] as number) - first > MOST_CELL_LINES);
    const cells = isLong ? [] : row.cells.map((first, at) => this.lines.slice(first, ends[at]));
    const filled = cells.filter((cell) => cell.length > 0);
    if (isLong || !filled.every(isDataCell) || (filled.length === 1 && (filled[0] as Line[]).length > 1)) {
      this.partCells(row.cells);
      return;
    }
    if (filled.length === 0) return;
    if (filled.length > 1) this.dataTables.add(row.table);
    this.lines.length = start;
    this.lines.push(joinCells(cells, row.table, this.lines.at(-1)?.owner === row.table));
  }

  /** The columns of a layout table are apart from each other. */
  private partCells(cells: readonly number[]): void {
    for (const first of cells) {
      const line = this.lines[first];
      if (line !== undefined && first > 0) line.gap = true;
    }
  }

  finish(): FlatPage {
    this.endLine();
    for (const line of this.lines)
      if (line.kind === 'table' && !this.dataTables.has(line.owner)) line.kind = 'paragraph';
    return assemble(this.lines);
  }

  private push(setting: Setting, text: string): void {
    const { kind, level, ordered, group } = setting;
    const owner = group === 0 ? this.owner : group;
    this.lines.push({
      text,
      kind: kind === 'caption' && text.length > LONGEST_CAPTION ? 'paragraph' : kind,
      level,
      ordered,
      owner,
      letters: this.letters,
      linked: this.linked,
      region: this.region,
      gap: this.gap && this.lines.length > 0 && (group === 0 || this.lines.at(-1)?.owner !== group),
      rule: this.rule,
    });
    this.gap = false;
    this.rule = false;
  }
}

function countLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = CLASSES[text.charCodeAt(at)] as number;
    if (kind >= LETTER && kind <= UNSPACED) letters++;
  }
  return letters;
}

function isDataCell(cell: readonly Line[]): boolean {
  return cell.every((line) => CELL_KINDS.has(line.kind)) && sum(cell, (line) => line.text.length) <= LONGEST_CELL;
}

/** One line for a row. Empty cells between and before filled ones keep their tab, so that columns stay columns. */
function joinCells(cells: readonly (readonly Line[])[], table: number, isNext: boolean): Line {
  const lines = cells.flat();
  const texts = cells.map((cell) => cell.map((line) => line.text.replaceAll('\t', ' ')).join(' '));
  while (texts.at(-1) === '') texts.pop();
  return {
    ...(lines[0] as Line),
    text: texts.join('\t'),
    kind: 'table',
    level: 0,
    owner: table,
    letters: sum(lines, (line) => line.letters),
    linked: sum(lines, (line) => line.linked),
    region: lines.map((line) => line.region).reduce(common),
    gap: (lines[0] as Line).gap && !isNext,
  };
}

function sum(lines: readonly Line[], of: (line: Line) => number): number {
  return lines.reduce((total, line) => total + of(line), 0);
}

function common(one: Words, other: Words): Words {
  return one === other ? one : one.filter((word) => other.includes(word));
}

/** Lines of one owner and kind with no blank line between are a block. */
function assemble(lines: readonly Line[]): FlatPage {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  for (let next = 0; next < lines.length; at++) {
    const head = lines[next] as Line;
    if (head.gap) {
      if (head.rule) blocks.push({ kind: 'rule', first: at, last: at });
      pieces.push('');
      at++;
    }
    const from = next;
    next++;
    while (next < lines.length && belongs(head, lines[next] as Line)) next++;
    const run = lines.slice(from, next);
    for (const line of run) pieces.push(line.text);
    blocks.push(blockOf(run, at));
    at += run.length - 1;
  }
  return { text: pieces.length === 0 ? '' : `${pieces.join('\n')}\n`, blocks };
}

function belongs(head: Line, line: Line): boolean {
  return line.owner === head.owner && line.kind === head.kind && !line.gap;
}

function blockOf(run: readonly Line[], first: number): Block {
  const { kind, level, ordered } = run[0] as Line;
  const letters = sum(run, (line) => line.letters);
  return {
    kind,
    first,
    last: first + run.length - 1,
    ...(kind === 'heading' ? { level } : {}),
    ...(kind === 'list' ? { ordered } : {}),
    links: letters === 0 ? 0 : Math.round((sum(run, (line) => line.linked) * 100) / letters),
    region: run.map((line) => line.region).reduce(common),
  };
}
