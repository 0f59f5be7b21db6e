/** Lays the kept lines out as they are written: what is a subhead, what keeps its indentation, what stays together. */
import type { Block, BlockKind, BodyLine, Document, Verdict } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';

/** Blocks whose lines stay together as in the source. */
const TOGETHER: ReadonlySet<BlockKind> = new Set(['list', 'table', 'code', 'verse', 'wrapped', 'quote']);
const INDENTED: ReadonlySet<BlockKind> = new Set(['code', 'verse', 'table']);
/** A subhead is short: longest in words (letters in scripts without spaces) and in units. */
const SUBHEAD_TOKENS = 14;
const SUBHEAD_UNITS = 90;
const ATX = /^(#{1,6})\s+/;
const QUESTION = 2;

/** `asked` are lines that stay only because somebody asked for them: captions and the like, never subheads. */
export function layOutBody(
  doc: Document,
  verdicts: readonly Verdict[],
  asked: ReadonlySet<number>,
): readonly BodyLine[] {
  const kept: number[] = [];
  verdicts.forEach((verdict, at) => {
    if (verdict.fate === 'kept') kept.push(at);
  });
  return kept.map((at, place) => bodyLine(doc, at, kept[place - 1], kept[place + 1], asked));
}

function bodyLine(
  doc: Document,
  at: number,
  before: number | undefined,
  after: number | undefined,
  asked: ReadonlySet<number>,
): BodyLine {
  const block = blockAt(doc, at);
  const gap = before !== undefined && !staysTogether(doc, block, before, at);
  if (block?.kind === 'heading') return { at, gap, ...heading(doc.line(at), block) };
  const drawn = block === undefined ? {} : drawing(doc, block, at, before, after);
  if (block !== undefined && INDENTED.has(block.kind)) {
    return { at, gap, text: doc.text.slice(doc.lines.start[at], doc.lines.end[at]), prefix: '', ...drawn };
  }
  const text = doc.line(at);
  const isHead = block === undefined && !asked.has(at) && isSubhead(doc, at, after);
  return { at, gap, text, prefix: isHead ? '## ' : listPrefix(doc, block, at) };
}

function heading(line: string, block: Block): { readonly text: string; readonly prefix: string } {
  const mark = ATX.exec(line);
  if (mark !== null) return { text: line.slice(mark[0].length), prefix: `${mark[1]} ` };
  return { text: line, prefix: `${'#'.repeat(block.level ?? 2)} ` };
}

/** Code and tables of HTML have no signs of their own: where each begins and ends must be known when they are written. */
function drawing(
  doc: Document,
  block: Block,
  at: number,
  before: number | undefined,
  after: number | undefined,
): Pick<BodyLine, 'block'> {
  if (doc.source.format !== 'html' || (block.kind !== 'code' && block.kind !== 'table')) return {};
  const same = (line: number | undefined): boolean => line !== undefined && doc.blockOf[line] === doc.blockOf[at];
  return { block: { kind: block.kind, opens: !same(before), closes: !same(after) } };
}

/** HTML lists lost their signs in flattening; text and Markdown lists still have theirs. */
function listPrefix(doc: Document, block: Block | undefined, at: number): string {
  if (block?.kind !== 'list' || doc.source.format !== 'html') return '';
  return block.ordered === true ? `${at - block.first + 1}. ` : '- ';
}

function staysTogether(doc: Document, block: Block | undefined, before: number, at: number): boolean {
  if (block === undefined || !TOGETHER.has(block.kind) || doc.blockOf[before] !== doc.blockOf[at]) return false;
  return at === before + 1;
}

/** A short line without a stop that stands alone above a sentence. */
function isSubhead(doc: Document, at: number, after: number | undefined): boolean {
  const { lines, outline } = doc;
  if (after === undefined || outline.sentence[at] === 1 || outline.sentence[after] !== 1) return false;
  if (
    (lines.tokens[at] as number) > SUBHEAD_TOKENS ||
    (lines.end[at] as number) - (lines.from[at] as number) > SUBHEAD_UNITS
  )
    return false;
  const terminal = lines.terminal[at] as number;
  return lines.word[at] !== lines.word[at + 1] && (terminal === 0 || terminal === QUESTION);
}
