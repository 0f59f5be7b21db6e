/** `decisions.jsonl`: what a person decided. A row per restored range; every later run honours it. */
import { OutputError } from '../core/errors.ts';
import { sha256 } from './hashes.ts';

export interface Decision {
  readonly file: string;
  readonly decision: 'restored';
  /** One-based, as `removed.jsonl` had them when it was decided. */
  readonly lines: readonly [number, number];
  readonly text: string;
}

/** Trimmed texts of the lines to keep, by document. */
export type Restored = Readonly<Record<string, readonly string[]>>;

export function parseDecisions(text: string, shown: string): readonly Decision[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const row = parseRow(line);
    if (row === undefined)
      throw new OutputError('damaged-decisions', `${shown}:${at + 1}: not a decision; mend or remove the line`);
    return [row];
  });
}

export function restoredTexts(decisions: readonly Decision[]): Restored {
  const texts: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const { file, text } of decisions) {
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

/** Tells whether a result was made under these decisions; undefined for none. */
export function digestRestored(texts: readonly string[] | undefined): string | undefined {
  return texts === undefined || texts.length === 0 ? undefined : sha256(JSON.stringify(texts)).slice(0, DIGITS);
}

function parseRow(line: string): Decision | undefined {
  try {
    const row = JSON.parse(line) as Partial<Decision> | null;
    const isDecision =
      typeof row?.file === 'string' &&
      typeof row.text === 'string' &&
      row.decision === 'restored' &&
      Array.isArray(row.lines);
    return isDecision ? (row as Decision) : undefined;
  } catch {
    return undefined;
  }
}
