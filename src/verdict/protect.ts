/**
 * What may not go for a word in it or for its shape alone: sentences inside the body, subheads between sentences, lists
 * with a lead-in, quotes, code, tables and verse. Protections are votes like all others.
 */
import type { Block, Document, Finding } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';

/** Beats every rule that reads vocabulary or shape; repeats and certain notices are surer. */
export const SENTENCE_CONFIDENCE = 0.9;
const NEIGHBOUR_CONFIDENCE = 0.85;
const LONGEST_SUBHEAD = 12;
const COLON = 5;

/** `captions` are passed over where the neighbours of a line are looked at; the model has learned from protections without them. */
export function findProtections(
  doc: Document,
  findings: readonly Finding[],
  captions: readonly Finding[] = [],
): readonly Finding[] {
  const accused = accusedLines(doc.lines.count, findings);
  const passed = accusedLines(doc.lines.count, captions);
  const protections: Finding[] = [];
  for (let at = 0; at < doc.lines.count; at++) {
    const reason = accused[at] === 1 ? reasonToKeep(doc, at, passed) : undefined;
    if (reason === undefined) continue;
    const { message, confidence } = reason;
    protections.push({
      rule: 'read/protected',
      kind: 'moved',
      action: 'keep',
      first: at,
      last: at,
      message,
      confidence,
    });
  }
  return protections;
}

type Reason = Pick<Finding, 'message' | 'confidence'>;

const LONE_SUBHEAD: Reason = { message: 'a lone short line between two sentences', confidence: NEIGHBOUR_CONFIDENCE };
const SENTENCE: Reason = { message: 'a sentence inside the article', confidence: SENTENCE_CONFIDENCE };

function reasonToKeep(doc: Document, at: number, passed: Uint8Array): Reason | undefined {
  const { outline } = doc;
  if (isLoneSubhead(doc, at, passed)) return LONE_SUBHEAD;
  if (at < outline.spanFirst || at > outline.spanLast) return undefined;
  if (outline.sentence[at] === 1) return SENTENCE;
  const block = blockAt(doc, at);
  const kept = block === undefined ? undefined : keptBlock(doc, block);
  return kept === undefined ? undefined : { message: kept, confidence: NEIGHBOUR_CONFIDENCE };
}

/**
 * Of such lines 84 to 90 % are body in the labelled sets, where they are headings nearly all. A picture may stand under a
 * heading: its caption is passed over.
 */
function isLoneSubhead(doc: Document, at: number, passed: Uint8Array): boolean {
  const { lines, outline } = doc;
  if (outline.sentence[at] === 1 || (lines.tokens[at] as number) > LONGEST_SUBHEAD) return false;
  if (passed[at] === 1 || outline.sentence[neighbour(doc, at, -1)] !== 1) return false;
  let below = neighbour(doc, at, 1);
  while (passed[below] === 1) below = neighbour(doc, below, 1);
  return outline.sentence[below] === 1;
}

function neighbour(doc: Document, at: number, step: 1 | -1): number {
  let near = at + step;
  while (near >= 0 && near < doc.lines.count && doc.lines.from[near] === doc.lines.end[near]) near += step;
  return near;
}

function keptBlock(doc: Document, block: Block): string | undefined {
  if (block.kind === 'code' || block.kind === 'verse') return `${block.kind} inside the article`;
  if (block.kind === 'table' && block.last > block.first) return 'a table inside the article';
  if (block.kind === 'wrapped' || block.kind === 'quote') return 'running text inside the article';
  if (block.kind === 'list' && hasLeadIn(doc, block)) return 'a list with a lead-in';
  return undefined;
}

/** The line before the list ends in a colon or is a sentence. */
function hasLeadIn(doc: Document, block: Block): boolean {
  let before = block.first - 1;
  while (before >= 0 && doc.lines.from[before] === doc.lines.end[before]) before--;
  return before >= 0 && (doc.lines.terminal[before] === COLON || doc.outline.sentence[before] === 1);
}

/** Lines that some finding wants dropped for its words or shape: only they need protection. */
function accusedLines(count: number, findings: readonly Finding[]): Uint8Array {
  const accused = new Uint8Array(count);
  for (const { action, kind, first, last } of findings) {
    if (action !== 'drop' || kind === 'repeated') continue;
    for (let at = first; at <= last; at++) accused[at] = 1;
  }
  return accused;
}
