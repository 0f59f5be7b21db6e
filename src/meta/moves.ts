/** The lines that go to metadata fields, as findings. */
import type { Finding, MetaKey } from '../core/types.ts';

/** Less than a person's word, more than any rule that would keep the line. */
const CONFIDENCE = 0.95;

interface Move {
  readonly fields: MetaKey[];
  readonly message: string;
}

/** Collects moves by line; a line that goes to several fields is one finding. */
export class Moves {
  private readonly byLine = new Map<number, Move>();

  add(at: number, fields: readonly MetaKey[], message: string): void {
    const move = this.byLine.get(at);
    if (move === undefined) this.byLine.set(at, { fields: [...fields], message });
    else move.fields.push(...fields.filter((field) => !move.fields.includes(field)));
  }

  findings(): readonly Finding[] {
    return [...this.byLine]
      .sort(([one], [two]) => one - two)
      .map(([at, { fields, message }]) => ({
        rule: `meta/${fields[0] ?? 'title'}`,
        kind: 'moved',
        action: 'move',
        first: at,
        last: at,
        confidence: CONFIDENCE,
        message,
        fields,
      }));
  }
}
