/** `decisions.jsonl`: what a person decided. A row per restored range or copy; every later run honours it. */
import { OutputError } from '../core/errors.ts';
import { sha256 } from './hashes.ts';

export interface RestoredLines {
  readonly file: string;
  readonly decision: 'restored';
  /** One-based, as `removed.jsonl` had them when it was decided. */
  readonly lines: readonly [number, number];
  readonly text: string;
}

/** A document that was set aside as a copy is written as an article of its own. */
export interface OwnArticle {
  readonly file: string;
  readonly decision: 'own-article';
  /** The document it was set aside for. */
  readonly of: string;
}

export type Decision = RestoredLines | OwnArticle;

/** Trimmed texts of the lines to keep, by document. */
export type Restored = Readonly<Record<string, readonly string[]>>;

export interface Decisions {
  readonly restored: Restored;
  /** Documents that are never set aside. */
  readonly own: ReadonlySet<string>;
}

/** Without a prototype: a document may be called `constructor`. */
export const NO_DECISIONS: Decisions = { restored: Object.create(null) as Restored, own: new Set() };

/** Throws `OutputError` for a row that cannot be understood: to pass over it would undo what a person decided. */
export function readDecisions(text: string, shown: string): Decisions {
  const decisions = parseDecisions(text, shown);
  return {
    restored: restoredTexts(decisions),
    own: new Set(decisions.flatMap((row) => (row.decision === 'own-article' ? [row.file] : []))),
  };
}

function parseDecisions(text: string, shown: string): readonly Decision[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const row = parseRow(line);
    if (row === undefined)
      throw new OutputError('damaged-decisions', `${shown}:${at + 1}: not a decision; mend or remove the line`);
    return [row];
  });
}

function restoredTexts(decisions: readonly Decision[]): Restored {
  const texts: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const decision of decisions) {
    if (decision.decision !== 'restored') continue;
    const { file, text } = decision;
    texts[file] ??= [];
    const known = texts[file];
    for (const line of text.split('\n')) {
      const trimmed = line.trim();
      if (trimmed !== '' && !known.includes(trimmed)) known.push(trimmed);
    }
  }
  return texts;
}

const DIGITS = 16;

/** Tells whether a result was made under these decisions about it; undefined for none. */
export function digestDecisions({ restored, own }: Decisions, file: string): string | undefined {
  const texts = restored[file] ?? [];
  if (texts.length === 0 && !own.has(file)) return undefined;
  return sha256(JSON.stringify(own.has(file) ? [texts, 'own-article'] : texts)).slice(0, DIGITS);
}

function parseRow(line: string): Decision | undefined {
  try {
    const row = JSON.parse(line) as Partial<RestoredLines> | Partial<OwnArticle> | null;
    if (typeof row?.file !== 'string') return undefined;
    if (row.decision === 'own-article') return row as OwnArticle;
    const isRestored = row.decision === 'restored' && typeof row.text === 'string' && Array.isArray(row.lines);
    return isRestored ? (row as RestoredLines) : undefined;
  } catch {
    return undefined;
  }
}
