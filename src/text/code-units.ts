/** Collects code units for the decoders and counts the replacement characters they had to put in. */
import { Buffer } from 'node:buffer';

export interface DecodedText {
  readonly text: string;
  /** U+FFFD put in for bytes that the encoding cannot read. */
  readonly replaced: number;
}

export const REPLACEMENT = 0xfffd;
const ASTRAL = 0x10000;

export class CodeUnits {
  private readonly units: Uint16Array;
  private length = 0;
  private replaced = 0;

  /** `most` is the largest number of code units that can come. */
  constructor(most: number) {
    this.units = new Uint16Array(most);
  }

  push(unit: number): void {
    this.units[this.length++] = unit;
  }

  pushCode(code: number): void {
    if (code < ASTRAL) {
      this.push(code);
    } else {
      this.push(0xd800 + ((code - ASTRAL) >>> 10));
      this.push(0xdc00 + ((code - ASTRAL) & 0x3ff));
    }
  }

  fail(): void {
    this.replaced += 1;
    this.push(REPLACEMENT);
  }

  finish(): DecodedText {
    const bytes = Buffer.from(this.units.buffer, 0, this.length * 2);
    return { text: (LITTLE_ENDIAN ? bytes : bytes.swap16()).toString('utf16le'), replaced: this.replaced };
  }
}

const LITTLE_ENDIAN: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
