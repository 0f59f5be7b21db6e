/**
 * How well the single-byte encodings explain a text: the cost in quarter bits of its bytes beyond ASCII, and of the ASCII
 * signs right after them, under the best language of each encoding. The cheapest explanation is the likeliest.
 */
import { byteKinds, pairCost } from './charset-kinds.ts';
import { asciiCost, bytePlaces, letterModel, type OpenModel } from './charset-models.ts';
import { ASCII_PLACES, countPairs, type PairCounts } from './charset-pairs.ts';

export interface Explanation {
  readonly encoding: string;
  /** Quarter bits. */
  readonly cost: number;
}

const WEST = 'en de fr es pt it nl da sv no fi is ca gl eu ga sq fo et';
const CENTRAL = 'pl cs sk hu sl hr ro sq de';
const CYRILLIC = 'ru uk bg sr mk be';

/** Encoding, how seldom it is met (quarter bits), its languages. Equal text goes to the first. */
const CANDIDATES: readonly (readonly [string, number, string])[] = [
  ['windows-1252', 0, WEST],
  ['windows-1250', 8, CENTRAL],
  ['windows-1251', 4, CYRILLIC],
  ['windows-1253', 4, 'el'],
  ['windows-1254', 10, 'tr de fr'],
  ['windows-1255', 4, 'he'],
  ['windows-1256', 4, 'ar fa ur'],
  ['windows-1257', 12, 'lt lv et'],
  ['windows-874', 4, 'th'],
  ['iso-8859-2', 12, CENTRAL],
  ['iso-8859-15', 10, WEST],
  ['koi8-r', 8, 'ru bg'],
  ['koi8-u', 10, 'uk ru'],
  ['iso-8859-7', 8, 'el'],
  ['iso-8859-8', 10, 'he'],
  ['iso-8859-6', 10, 'ar'],
  ['iso-8859-5', 16, CYRILLIC],
  ['ibm866', 16, 'ru be uk bg'],
  ['x-mac-cyrillic', 20, CYRILLIC],
  ['windows-1258', 20, 'vi'],
  ['iso-8859-13', 24, 'lt lv et pl'],
  ['macintosh', 32, WEST],
  ['iso-8859-16', 32, 'ro pl hu sl hr sq'],
  ['iso-8859-4', 32, 'lt lv et se'],
  ['iso-8859-3', 32, 'mt eo'],
  ['iso-8859-10', 36, 'se is'],
  ['iso-8859-14', 36, 'cy ga'],
];

/** A text may name things in one language and be written in another: its ASCII part never counts more than ten bits. */
const MOST_ASCII_EVIDENCE = 40;

/** `matters` gives the most that an explanation may cost to count beside one of this cost; dearer ones are cut short. */
export function explainByLetters(sample: Uint8Array, known: number, matters: (cost: number) => number): Explanation[] {
  const counted = countPairs(sample);
  const ascii = asciiEvidence(counted.ascii);
  let best = known;
  return CANDIDATES.map(([encoding, seldom, langs]) => {
    const base = seldom + signCost(encoding, counted, matters(best));
    let cost = Number.POSITIVE_INFINITY;
    for (const model of langs.split(' ').map(letterModel)) {
      if (base > matters(best)) break;
      const start = base + (ascii.get(model.lang) ?? scriptCost(encoding, model, counted));
      cost = Math.min(cost, start + letterCost(encoding, model, counted, matters(best) - start));
      best = Math.min(best, cost);
    }
    return { encoding, cost };
  });
}

function asciiEvidence(ascii: Uint32Array): ReadonlyMap<string, number> {
  const latin = new Set(CANDIDATES.flatMap(([, , langs]) => langs.split(' ')));
  const costs = [...latin]
    .map(letterModel)
    .filter((model) => model.latin)
    .map((model): [string, number] => [model.lang, asciiCost(model, ascii)]);
  const best = Math.min(...costs.map(([, cost]) => cost));
  return new Map(costs.map(([lang, cost]) => [lang, Math.min(MOST_ASCII_EVIDENCE, cost - best)]));
}

/** What holds for all languages: signs, case, neighbours. Gives up, as `letterCost` does, when no sum below can matter. */
function signCost(encoding: string, { pairs, counts }: PairCounts, bound: number): number {
  const kinds = byteKinds(encoding);
  let cost = 0;
  for (let at = 0; at < pairs.length && cost <= bound; at++) {
    const pair = pairs[at] ?? 0;
    cost += (counts[at] ?? 0) * pairCost(kinds[pair >>> 8] ?? 0, kinds[pair & 255] ?? 0, (pair & 128) !== 0);
  }
  return cost;
}

/** A word of another script costs the more the fewer such words a text has: one Cyrillic letter in French is a slip of ours. */
function scriptCost(encoding: string, model: OpenModel, { pairs, counts, ascii }: PairCounts): number {
  const places = bytePlaces(encoding, model);
  let words = 0;
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at] ?? 0;
    if (places[pair >>> 8] === 0 && (pair & 128) !== 0 && places[pair & 255] !== 0) words += counts[at] ?? 0;
  }
  return switchCost(
    words,
    ascii.subarray(1, ASCII_PLACES).reduce((sum, count) => sum + count, 0),
  );
}

/** Texts of mostly ASCII words are seldom of another script at all: four bits. */
const MOSTLY_ASCII = 16;
const QUARTERS = 4;

/** Quarter bits of saying so many times among so many ASCII words that a word of the other script comes now. */
export function switchCost(words: number, asciiWords: number): number {
  if (words === 0) return 0;
  return (
    (asciiWords > words ? MOSTLY_ASCII : 0) + QUARTERS * words * (Math.clz32(words) - Math.clz32(words + asciiWords))
  );
}

/** Gives up as soon as the cost passes the bound: no later pair can lower it. */
function letterCost(encoding: string, model: OpenModel, { pairs, counts }: PairCounts, bound: number): number {
  const places = bytePlaces(encoding, model);
  const { costs, size } = model;
  let cost = 0;
  for (let at = 0; at < pairs.length && cost <= bound; at++) {
    const pair = pairs[at] ?? 0;
    cost += (counts[at] ?? 0) * (costs[(places[pair >>> 8] ?? 0) * size + (places[pair & 255] ?? 0)] ?? 0);
  }
  return cost;
}
