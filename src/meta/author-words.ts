/** Words around authors' names, per language. Compared without case. */
import type { Document } from '../core/types.ts';
import { plainName } from '../text/date-words.ts';
import { scanText } from '../text/scan.ts';
import { WordIndex } from '../text/word-index.ts';

/** Openers of a byline; the name follows. Longer ones first where one begins another. */
export const BYLINE_OPENERS: readonly string[] = openers(
  'words by|column by|commentary by|opinion by|analysis by|written by|posted by|post by|started by|asked by',
  'thread starter|discussion starter|by the author|published by|reported by|story by|words by',
  'text by|article by|created by|contributed by|submitted by|authored by|by',
  'author of the article|contributors|contributor|about the author|authors|author|writer|reporter',
  'kommentar von|kolumne von|eine kolumne von|ein kommentar von|interview von|text von|geschrieben von',
  'veröffentlicht von|ein artikel von|ein beitrag von|von|autoren|autorin|autor|text|redaktion',
  'écrit par|publié par|rédigé par|propos recueillis par|par|auteurs|auteur|autrice',
  'escrito por|publicado por|redactado por|por|autores|autora',
  'scritto da|pubblicato da|articolo di|a cura di|di|da|autore|autrice',
  'geschreven door|gepubliceerd door|door|auteur',
  'napisane przez|opublikowane przez|przez|autorzy|autorka|tekst|oprac',
  'автор|авторы|текст|подготовил|подготовила|автори',
  'av|text|skriven av|skrevet av|af|tekst|skribent',
  'kirjoittanut|teksti|toimittaja',
  'napsal|napsala|autori|text|szerzo|írta|scris de|de|yazar|yazan|haber',
  'συντάκτης|γράφει|του|της|penulis|oleh|reporter|editor|escrit per|per',
  '作者|记者|記者|文|撰文|编辑|著者|執筆|文責|글|기자',
);

/** Words between two names. */
export const CONJUNCTIONS: ReadonlySet<string> = wordSet(
  'and und et y e i og och en ve и та og ja with mit avec con com και dan és es',
);

/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = wordSet(
  'de da do dos das del della di du des la le van von der den ter ten te zu zur zum vom bin ibn al el ben ap ' +
    'af av y e i st mc mac dit o\u2019 d\u2019',
);

/** Roles and titles after a name; the name ends before them. */
export const ROLES: ReadonlySet<string> = wordSet(
  'senior junior chief executive managing associate assistant deputy contributing editor editors ' +
    'editor-in-chief reporter reporters correspondent columnist writer writers ' +
    'journalist journalists producer contributor contributors author authors analyst director manager founder ' +
    'co-founder ceo cto president professor specialist expert expertin ' +
    'staff freelance guest special political diplomatic business technology science health sports medical head ' +
    'lead vice digital admin administrator moderator member updated published ' +
    'redakteur redakteurin redaktor redaktorin chefredakteur chefredakteurin korrespondent korrespondentin ' +
    'reporterin autor autorin journalistin leiter leiterin ressortleiter volontär ' +
    'rédacteur rédactrice journaliste correspondant correspondante envoyé redactor redactora periodista ' +
    'corresponsal giornalista redattore redattrice corrispondente ' +
    'jornalista repórter correspondente redacteur verslaggever verslaggeefster correspondente dziennikarz ' +
    'dziennikarka redaktorka корреспондент журналист редактор обозреватель ' +
    'reportrar frilans skribent journalisti toimittaja redaktör redaktör journalist muhabir editör min read ' +
    'minute minutes minuten lesezeit comments',
);

/** Words that no person's name holds: whose name they are part of is a desk, a brand, a menu or a label. */
export const NOT_IN_NAMES: ReadonlySet<string> = wordSet(
  'team desk newsroom bureau editorial redaktion redaction redacción redazione redação redactie redakcja ' +
    'редакция agency agencies press news media magazine group company inc llc ltd gmbh ' +
    'university institute center centre department office association foundation council committee ministry ' +
    'museum school college library church bank ' +
    'home menu search share subscribe follow read more view all about contact privacy policy terms cookie ' +
    'cookies login register sign log blog post posts article articles story stories video videos ' +
    'photo photos image images picture credit getty shutterstock reuters facebook twitter instagram linkedin ' +
    'youtube pinterest whatsapp telegram email print copy link comment comments reply ' +
    'joined join date ask question answer answers bio key points takeaways insights general information learning objectives network works rates services ' +
    'service products product details course courses program programs health community exams ' +
    'registered user users member members owner dark mode light board forum discussion thread topic reply guest account profile paper today’s ' +
    "today's online offline settings " +
    'the this that these our your my what how why when who where best top new latest live breaking today week ' +
    'guide tips review reviews ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august ' +
    'september october november december ' +
    'us uk eu usa world europe america american international national local politics business sport sports ' +
    'culture opinion technology science health travel food style life lifestyle entertainment ' +
    'nach auf mit für über aus bei zum zur ohne teilen drucken kommentare mehr alle anzeige werbung foto bild ' +
    'quelle startseite leserbrief wirtschaft politik kultur panorama ' +
    'partager lire plus aussi photo image source économie société monde compartir leer más foto imagen fuente ' +
    'economía mundo deportes condividi leggi fonte foto mondo cronaca',
);

/** Agencies that stand beside an author's name. */
export const AGENCIES: ReadonlySet<string> = wordSet(
  'ap afp dpa apa ansa efe reuters tass upi pti ani sda epa lusa belga anp ntb tt ritzau ctk pap mti xinhua ' +
    'kyodo yonhap bloomberg agencies agenturen',
);

/** Agencies of several words. */
export const FULL_AGENCIES: ReadonlySet<string> = new Set(
  'associated press|the associated press|agence france-presse|press association|canadian press|anadolu ajansı'
    .split('|')
    .map((agency) => plainName(agency)),
);

/** Words of a relative time or a reading time, which stand where the date does: `7 hours ago`, `4 min read`. */
export const TIME_WORDS: ReadonlySet<string> = wordSet(
  'ago hour hours hrs minute minutes min mins day days week weeks read stunden stunde minuten tagen tag lesezeit ' +
    'heure heures jours lecture hora horas minuto minutos minuti ore lettura leitura uur minuut timmar timer часов ' +
    'минут назад godzin minut dakika saat tuntia',
);

/** Places of two words that follow a name like a second author. */
export const PLACES: ReadonlySet<string> = new Set(
  (
    'new york|los angeles|san francisco|washington dc|hong kong|tel aviv|new delhi|den haag|the hague|' +
    'buenos aires|rio de janeiro|são paulo|mexico city|cape town|kuala lumpur|' +
    'saint petersburg|st petersburg|abu dhabi|united kingdom|united states|new zealand|south africa|' +
    'north carolina|new jersey|las vegas|san diego'
  )
    .split('|')
    .map((place) => plainName(place)),
);

const LONGEST_BYLINE_TOKENS = 14;
/** The openers as runs of word hashes, by the first of them. */
const OPENER_RUNS: readonly (readonly Uint32Array[])[] = openerRuns();
const OPENER_STARTS: WordIndex = new WordIndex(OPENER_RUNS.map((runs) => runs[0]?.[0] ?? 0));

/** True if the line begins with a byline opener; used as a hint of what the line above is. */
export function opensLikeByline({ lines, words }: Document, at: number): boolean {
  if ((lines.tokens[at] as number) > LONGEST_BYLINE_TOKENS) return false;
  const first = lines.word[at] as number;
  const end = lines.word[at + 1] as number;
  const start = first < end ? OPENER_STARTS.find(words.hash[first] as number) : -1;
  return start >= 0 && (OPENER_RUNS[start] ?? []).some((run) => isRunAt(words.hash, run, first, end));
}

function isRunAt(hashes: Uint32Array, run: Uint32Array, first: number, end: number): boolean {
  if (first + run.length > end) return false;
  for (let step = 0; step < run.length; step++) if (hashes[first + step] !== run[step]) return false;
  return true;
}

function openerRuns(): readonly (readonly Uint32Array[])[] {
  const runs = new Map<number, Uint32Array[]>();
  for (const opener of BYLINE_OPENERS) {
    const { words } = scanText(opener);
    const run = words.hash.slice(0, words.count);
    const first = run[0] ?? 0;
    runs.set(first, [...(runs.get(first) ?? []), run]);
  }
  return [...runs.values()];
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map((word) => plainName(word)));
}

function openers(...rows: readonly string[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.split('|').map((opener) => plainName(opener))))].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
}
