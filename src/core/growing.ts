/** A typed array that grows by a third when it is full: doubling would hold twice what is needed where there are millions. */

type Column = Uint32Array | Uint8Array | Float64Array;

const FIRST_ROOM = 64;
const GROWTH = 1.33;

export class Growing<Kind extends Column> {
  readonly #make: (length: number) => Kind;
  #column: Kind;
  #length = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#column = make(0);
  }

  get length(): number {
    return this.#length;
  }

  /** With room at its end. */
  get column(): Kind {
    return this.#column;
  }

  at(place: number): number {
    return this.#column[place] as number;
  }

  /** The numbers added so far. Not to be kept over the next `add`. */
  get all(): Kind {
    return this.#column.subarray(0, this.#length) as Kind;
  }

  add(numbers: Kind): void {
    this.#makeRoom(numbers.length);
    this.#column.set(numbers, this.#length);
    this.#length += numbers.length;
  }

  push(number: number): void {
    this.#makeRoom(1);
    this.#column[this.#length++] = number;
  }

  /** Adds so many numbers, which the caller writes into the column, and tells where they begin. */
  extend(count: number): number {
    this.#makeRoom(count);
    const at = this.#length;
    this.#length += count;
    return at;
  }

  /** Forgets the numbers and keeps the room. */
  clear(): void {
    this.#length = 0;
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#column.length) return;
    const larger = this.#make(Math.max(needed, FIRST_ROOM, Math.ceil(this.#column.length * GROWTH)));
    larger.set(this.all);
    this.#column = larger;
  }
}

export function growingNumbers(): Growing<Uint32Array> {
  return new Growing((length) => new Uint32Array(length));
}
