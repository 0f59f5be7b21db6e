/** Which lines of a document are repeats, and of what. */
export const STAYS = 0;
/** A whole line again. */
export const LINE = 1;
/** Whole lines again, in a row. */
export const RUN = 2;
/** The same words with other line breaks or small changes. */
export const PASSAGE = 3;

export interface Repeats {
  readonly how: Uint8Array;
  /** First and last line that the line repeats. */
  readonly from: Uint32Array;
  readonly until: Uint32Array;
  /** Words that are not the same as in the earlier copy. */
  readonly changed: Uint32Array;
}

export function noRepeats(lines: number): Repeats {
  return {
    how: new Uint8Array(lines),
    from: new Uint32Array(lines),
    until: new Uint32Array(lines),
    changed: new Uint32Array(lines),
  };
}
