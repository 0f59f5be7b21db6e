/** A typed array that doubles when it is full. */

type Column = Uint32Array | Uint8Array | Float64Array;

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

  /** Forgets the numbers and keeps the room. */
  clear(): void {
    this.#length = 0;
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#column.length) return;
    const larger = this.#make(Math.max(needed, this.#column.length * 2));
    larger.set(this.all);
    this.#column = larger;
  }
}

export function growingNumbers(): Growing<Uint32Array> {
  return new Growing((length) => new Uint32Array(length));
}
