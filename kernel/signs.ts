/** What kind of sign each of 16 signs of ASCII is, as in `src/text/tables/letters.ts`: all bits of its byte, or none. */

export const LINE_FEED: u32 = 10;
export const CARRIAGE_RETURN: u32 = 13;
/** Bit that tells a small letter from a capital, and that digits have. */
const SMALL: i8 = 0x20;

// @ts-ignore: decorator
@inline
function isFrom(signs: v128, first: u8, count: u8): v128 {
  return i8x16.lt_u(i8x16.sub(signs, i8x16.splat(first)), i8x16.splat(count));
}

// @ts-ignore: decorator
@inline
export function isDigit(signs: v128): v128 {
  return isFrom(signs, 0x30, 10);
}

// @ts-ignore: decorator
@inline
export function isLetter(signs: v128): v128 {
  return isFrom(v128.or(signs, i8x16.splat(SMALL)), 0x61, 26);
}

// @ts-ignore: decorator
@inline
export function isLineEnd(signs: v128): v128 {
  return v128.or(i8x16.eq(signs, i8x16.splat(LINE_FEED as i8)), i8x16.eq(signs, i8x16.splat(CARRIAGE_RETURN as i8)));
}

/** Tab, the two blanks between the line ends, and 28 to 32. */
// @ts-ignore: decorator
@inline
export function isBlank(signs: v128): v128 {
  return v128.or(isFrom(signs, 28, 5), v128.or(isFrom(signs, 11, 2), i8x16.eq(signs, i8x16.splat(9))));
}

// @ts-ignore: decorator
@inline
export function isApostrophe(signs: v128): v128 {
  return i8x16.eq(signs, i8x16.splat(0x27));
}

/** Letters and digits in lower case; nothing for all other signs. */
// @ts-ignore: decorator
@inline
export function folded(signs: v128, ofWord: v128): v128 {
  return v128.and(v128.or(signs, i8x16.splat(SMALL)), ofWord);
}

/** A bit for each of 64 signs. */
// @ts-ignore: decorator
@inline
export function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    (i8x16.bitmask(a) as u32 as u64) |
    ((i8x16.bitmask(b) as u32 as u64) << 16) |
    ((i8x16.bitmask(c) as u32 as u64) << 32) |
    ((i8x16.bitmask(d) as u32 as u64) << 48)
  );
}

export function isBlankAt(place: u32): bool {
  const sign = load<u8>(place) as u32;
  return sign == 9 || sign == 11 || sign == 12 || sign - 28 < 5;
}

export function isOfWordAt(place: u32): bool {
  const sign = load<u8>(place) as u32;
  return (sign | SMALL) - 0x61 < 26 || sign - 0x30 < 10;
}

export function isLineEndAt(place: u32): bool {
  const sign = load<u8>(place) as u32;
  return sign == LINE_FEED || sign == CARRIAGE_RETURN;
}

export function isStopAt(place: u32): bool {
  const sign = load<u8>(place) as u32;
  return sign == 0x2e || sign == 0x21 || sign == 0x3f;
}
