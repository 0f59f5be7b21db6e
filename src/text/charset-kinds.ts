/** What kind of sign each byte is in a single-byte encoding, and which kinds do not stand side by side in sane text. */
import { byteUnits } from './charset-index.ts';
import { CASELESS_LETTERS, LOWER_LETTERS, UPPER_LETTERS } from './tables/charset-model.ts';

const KINDS = [
  'blank',
  'digit',
  'mark',
  'upper',
  'lower',
  'caseless',
  'space',
  'open',
  'close',
  'apostrophe',
  'either',
  'dash',
  'sign',
  'after',
  'rare',
  'box',
  'control',
] as const;
type Kind = (typeof KINDS)[number];

/** Quarter bits of a sign beyond ASCII by its kind; letters are paid for by the language's model. */
const OWN: Readonly<Record<Kind, number>> = {
  blank: 0,
  digit: 0,
  mark: 0,
  upper: 0,
  lower: 0,
  caseless: 0,
  space: 16,
  open: 22,
  close: 20,
  apostrophe: 16,
  either: 20,
  dash: 18,
  sign: 30,
  after: 36,
  rare: 48,
  box: 60,
  control: 90,
};

const SIGNS: readonly (readonly [Kind, string])[] = [
  ['space', '\u00a0'],
  ['open', '‘‚„«‹¡¿'],
  ['close', '”»›'],
  ['apostrophe', '’'],
  ['either', '“'],
  ['dash', '–—…\u00ad·'],
  ['sign', '•€£§©®™°№'],
  ['after', '²³¹ªº½¼¾'],
];

/** Quarter bits on top where the first kind stands right before the second and one of them is beyond ASCII. */
const SIDE_BY_SIDE: readonly (readonly [readonly Kind[], readonly Kind[], number])[] = [
  [['lower'], ['upper'], 36],
  [['blank', 'mark', 'space', 'open', 'close', 'either', 'dash', 'apostrophe'], ['upper'], 8],
  [['upper'], ['upper'], 6],
  [['digit'], ['upper', 'lower', 'caseless'], 12],
  [['upper', 'lower', 'caseless'], ['digit'], 12],
  [['upper', 'lower', 'caseless'], ['open'], 28],
  [['open'], ['blank'], 12],
  [['blank'], ['close'], 10],
  [['close'], ['upper', 'lower', 'caseless'], 12],
  [['blank'], ['apostrophe'], 4],
  [['upper', 'lower', 'caseless'], ['either'], 2],
  [['upper', 'lower', 'caseless'], ['sign'], 12],
  [['sign'], ['upper', 'caseless'], 8],
  [['sign'], ['lower', 'close'], 20],
  [['after'], ['upper', 'lower', 'caseless'], 40],
  [['upper', 'lower', 'caseless'], ['after'], 4],
  [['blank'], ['after'], 8],
  [['upper', 'lower', 'caseless'], ['dash'], 8],
  [['dash'], ['upper', 'lower', 'caseless', 'mark'], 10],
  [['upper', 'lower', 'caseless'], ['rare', 'box'], 16],
  [['rare', 'box'], ['upper', 'lower', 'caseless'], 16],
  [['box'], ['box'], -44],
];

const kinds = new Map<string, Uint8Array>();
const kindOfUnit = new Map<number, number>();

/** The number of each byte's kind; `pairCost` takes two of them. */
export function byteKinds(encoding: string): Uint8Array {
  const known = kinds.get(encoding);
  if (known !== undefined) return known;
  const made = Uint8Array.from(byteUnits(encoding), (unit) => {
    const kind = kindOfUnit.get(unit) ?? KINDS.indexOf(kindOf(String.fromCharCode(unit)));
    kindOfUnit.set(unit, kind);
    return kind;
  });
  kinds.set(encoding, made);
  return made;
}

function kindOf(sign: string): Kind {
  if (sign < '\u0080') return asciiKind(sign);
  if (LOWER_LETTERS.includes(sign)) return 'lower';
  if (UPPER_LETTERS.includes(sign)) return 'upper';
  if (CASELESS_LETTERS.includes(sign)) return 'caseless';
  const found = SIGNS.find(([, signs]) => signs.includes(sign));
  if (found !== undefined) return found[0];
  if (sign < '\u00a0' || sign === '\ufffd') return 'control';
  return sign >= '\u2500' && sign < '\u25a0' ? 'box' : 'rare';
}

function asciiKind(sign: string): Kind {
  if (sign <= ' ') return 'blank';
  if (sign >= '0' && sign <= '9') return 'digit';
  if (sign >= 'A' && sign <= 'Z') return 'upper';
  return sign >= 'a' && sign <= 'z' ? 'lower' : 'mark';
}

/** Cost of a sign of the second kind after one of the first; `high` says whether the second is beyond ASCII. */
export function pairCost(first: number, second: number, high: boolean): number {
  return (PAIR_COSTS[first * KINDS.length + second] ?? 0) + (high ? (OWN_COSTS[second] ?? 0) : 0);
}

const OWN_COSTS: Int16Array = Int16Array.from(KINDS, (kind) => OWN[kind]);
const PAIR_COSTS: Int16Array = pairCosts();

function pairCosts(): Int16Array {
  const costs = new Int16Array(KINDS.length * KINDS.length);
  for (const [firsts, seconds, cost] of SIDE_BY_SIDE) {
    for (const first of firsts) {
      for (const second of seconds) costs[KINDS.indexOf(first) * KINDS.length + KINDS.indexOf(second)] = cost;
    }
  }
  return costs;
}
