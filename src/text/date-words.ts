/** The closed word lists of the date grammar, looked up by names without case and accents. */

import { CLASSES, FOLDED, JOINER } from './tables/letters.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './tables/months.ts';

/** The accented Latin, Greek and Cyrillic letters end before it. */
const ACCENTED_END = 0x500;
/** Where units stand that are such letters or fold to one, as the sign of the angstrom does. */
const FOLDING_TO_ACCENTED: readonly (readonly [number, number])[] = [
  [0x80, ACCENTED_END],
  [0x1c80, 0x1c90],
  [0x1e00, 0x2000],
  [0x2100, 0x2180],
];
/** Per unit: case folded, without accent; 0 for joiners, which names leave out. */
const PLAIN: Uint16Array = plainUnits(
  'aàáâãäåāăą cçćč dďđ eèéêëēėęě gğ iìíîïīįıİ lĺľł nñńň oòóôõöøőō rŕř sśšşș tťţț uùúûüūůűų yýÿ zźżž ' +
    'αά εέ ηή ιίϊΐ οό υύϋΰ ωώ σς её ий іїI',
);

/** A name as the lists hold it: case folded, accents and joiners dropped. */
export function plainName(text: string, start: number = 0, end: number = text.length): string {
  let name = '';
  let plainFrom = Math.max(0, start);
  const last = Math.min(end, text.length);
  for (let at = plainFrom; at < last; at++) {
    const unit = text.charCodeAt(at);
    const plain = PLAIN[unit] as number;
    if (plain === unit) continue;
    name += text.slice(plainFrom, at);
    if (plain !== 0) name += String.fromCharCode(plain);
    plainFrom = at + 1;
  }
  return name + text.slice(plainFrom, last);
}

/** 1..12 by name. */
export const MONTHS: ReadonlyMap<string, number> = monthsByName();
/**
 * Bits of the weekdays a name may stand for (1 Sunday ... 64 Saturday): `mar` is Tuesday, `so` Sunday in German,
 * Saturday in Czech.
 */
export const WEEKDAYS: ReadonlyMap<string, number> = weekdaysByName();

/**
 * Offsets that an abbreviation states without doubt. `''`: known to name a zone but not which offset (IST is Indian,
 * Irish and Israeli, CST American and Chinese, ET changes with the season): the clock stays, the offset is left out.
 */
export const ZONES: ReadonlyMap<string, string> = new Map([
  ...named('Z', 'z gmt utc ut'),
  ...named('+00:00', 'wet'),
  ...named('+01:00', 'cet mez west bst'),
  ...named('+02:00', 'cest mesz eet sast cat'),
  ...named('+03:00', 'eest msk eat trt мск'),
  ...named('+05:00', 'pkt'),
  ...named('+07:00', 'wib'),
  ...named('+08:00', 'hkt sgt awst myt'),
  ...named('+09:00', 'jst kst'),
  ...named('+10:00', 'aest'),
  ...named('+11:00', 'aedt'),
  ...named('+12:00', 'nzst'),
  ...named('+13:00', 'nzdt'),
  ...named('-03:00', 'brt'),
  ...named('-04:00', 'edt'),
  ...named('-05:00', 'est cdt'),
  ...named('-06:00', 'mdt'),
  ...named('-07:00', 'mst pdt'),
  ...named('-08:00', 'pst'),
  ...named('', 'et ct mt pt ist cst ast adt akst hst uk'),
]);

/** Words between day, month and year: `3 de marzo de 2021`, `6th of March`, `14 de març del 2021`, `d'abril`. */
export const LINKS: ReadonlySet<string> = new Set('de del of d do den the di'.split(' '));
/** Endings of an ordinal day: `3rd`, `1er`, `1º`, `2nd`, `14.`. */
export const ORDINALS: ReadonlySet<string> = new Set('st nd rd th er re e o a º ª eme ier'.split(' '));
/** Words that follow a year and mean "year": `2021 г.`, `2021 р.`, `2021 года`. */
export const YEAR_WORDS: ReadonlySet<string> = new Set('г год года р року'.split(' '));
/** Words between a date and its clock. */
export const CLOCK_LINKS: ReadonlySet<string> = new Set(
  'at a as às las la alle ore om um kl klo klockan o godz в о u v ve saat ob pukul jam t hora on am le el den i w the της στις'.split(
    ' ',
  ),
);
/** Words before a clock that let it be written with a full stop: `klo 8.15`, `kl. 08.15`, `ore 8.15`. */
export const DOTTED_CLOCK_LINKS: ReadonlySet<string> = new Set(
  'klo kl klockan ore alle godz um pukul jam ob'.split(' '),
);
/** Words after a clock: `08.15 Uhr`, `15.30 uur`, `8 hrs`. */
export const CLOCK_UNITS: ReadonlySet<string> = new Set('uhr uur h hrs hs hod ч год wib hours'.split(' '));

/** The rows name the accented letters of each plain one; ASCII letters are only folded. */
function plainUnits(rows: string): Uint16Array {
  const letters = new Uint16Array(ACCENTED_END);
  for (const row of rows.split(' '))
    for (const letter of row.slice(1)) letters[letter.charCodeAt(0)] = row.charCodeAt(0);
  const plain = FOLDED.slice();
  for (const [first, end] of FOLDING_TO_ACCENTED) {
    for (let unit = first; unit < end; unit++) {
      const letter = letters[plain[unit] as number] ?? 0;
      if (letter !== 0) plain[unit] = letter;
    }
  }
  for (let unit = CLASSES.indexOf(JOINER); unit >= 0; unit = CLASSES.indexOf(JOINER, unit + 1)) plain[unit] = 0;
  return plain;
}

function named(value: string, names: string): [string, string][] {
  return names.split(' ').map((name) => [name, value]);
}

function monthsByName(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const row of Object.values(MONTH_NAMES)) {
    row.split(',').forEach((names, at) => {
      for (const name of names.split(' ')) months.set(plainName(name), at + 1);
    });
  }
  return months;
}

function weekdaysByName(): ReadonlyMap<string, number> {
  const weekdays = new Map<string, number>();
  for (const row of Object.values(WEEKDAY_NAMES)) {
    row.split(',').forEach((names, at) => {
      for (const each of names.split(' ')) {
        const name = plainName(each);
        weekdays.set(name, (weekdays.get(name) ?? 0) | (1 << at));
      }
    });
  }
  return weekdays;
}
