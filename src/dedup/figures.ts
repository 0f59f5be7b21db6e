/**
 * Words that count as figures: a daily bulletin differs from yesterday's in them and in nothing else. The wire writes
 * "six" one day and "6-1/8" the next, so spelled numbers, months and weekdays stand beside digits.
 */
import { hashWord } from '../text/hash.ts';
import { NEGATIONS } from '../text/similarity.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../text/tables/months.ts';
import { WordIndex } from '../text/word-index.ts';
import { plainWord } from './fold.ts';

/** Shorter names of months and days are words of some other language (`do`, `to`, `so`, `set`, `out`); English ones are safe. */
const SHORTEST_NAME = 4;
const ENGLISH_SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec sun mon tue wed thu fri sat';
const NUMBERS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
  'twenty thirty forty fifty sixty seventy eighty ninety hundred half one ' +
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert ' +
  'deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent ' +
  'dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien ' +
  'due quattro cinque sei sette otto nove dieci undici dodici venti trenta quaranta cinquanta cento ' +
  'dois duas três quatro oito dez doze vinte trinta quarenta cinquenta cem ' +
  'twee drie vijf zes zeven acht negen tien twaalf twintig dertig veertig vijftig honderd ' +
  'dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwanaście dwadzieścia trzydzieści sto ' +
  'два две три четыре пять шесть семь восемь девять десять двенадцать двадцать тридцать сорок пятьдесят сто ' +
  '二 三 四 五 六 七 八 九 十 百 千 万';
/** A text that says it corrects another is its revision, whatever figures it changes. */
const CORRECTIONS =
  'correct corrects corrected correction corrections corrigendum erratum refiles berichtigung berichtigt korrektur korrigiert ' +
  'corrige rectificatif rectification corrección corregido rectifica correzione rettifica correção corrigido ' +
  'correctie rectificatie gecorrigeerd sprostowanie korekta исправление исправлено 更';

export const CORRECTION_MARKS: WordIndex = new WordIndex(hashesOf(CORRECTIONS));

const FIGURES = new Set(hashesOf(`${NUMBERS} ${ENGLISH_SHORT} ${longNames()}`));
const NEGATION_MARKS = new Set(hashesOf([...NEGATIONS].join(' ')));
/** Words that are figures or negations: one look-up tells both. */
export const MARKED: readonly number[] = [...new Set([...FIGURES, ...NEGATION_MARKS])];
export const MARKS: WordIndex = new WordIndex(MARKED);
export const MARKS_FIGURE: Uint8Array = Uint8Array.from(MARKED, (hash) => (FIGURES.has(hash) ? 1 : 0));
export const MARKS_NEGATION: Uint8Array = Uint8Array.from(MARKED, (hash) => (NEGATION_MARKS.has(hash) ? 1 : 0));

function longNames(): string {
  return [...Object.values(MONTH_NAMES), ...Object.values(WEEKDAY_NAMES)]
    .flatMap((row) => row.split(/[ ,]/))
    .filter((name) => name.length >= SHORTEST_NAME)
    .join(' ');
}

function hashesOf(words: string): number[] {
  return words.split(' ').map((word) => hashWord(plainWord(word, 0, word.length)));
}
