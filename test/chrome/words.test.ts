import { describe, expect, test } from '@jest/globals';
import { VOCABULARIES } from '../../src/chrome/words/index.ts';
import { CUES, type Cue, type Vocabulary } from '../../src/chrome/words/vocabulary.ts';
import { STOP_WORDS } from '../../src/text/tables/stopwords.ts';

function phrasesOf(list: string): readonly string[] {
  return list.trim().split(/,\s+/);
}

const HAN = '\\u3400-\\u9fff';
const WORD = new RegExp(`[${HAN}]|#|[^\\s#${HAN}]+`, 'gu');
const HAS_HAN = new RegExp(`[${HAN}]`, 'u');
const MOST_WORDS = 6;
const MOST_LETTERS = 16;

/** Cues whose lines consist of their phrases; the others open a line or stand inside a notice. */
const LABELS: ReadonlySet<Cue> = new Set([
  ...(['share', 'print', 'subscribe', 'auth', 'nav', 'search', 'related', 'comments', 'counter', 'ad'] as const),
  ...(['archive', 'end', 'reply', 'shop', 'app', 'contents', 'listen'] as const),
]);
const LONGEST_LABEL = 15;

/** Words as the word table sees them: folded, apostrophes dropped, a letter of a script without spaces is a word. */
function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' ');
  return [...plain.matchAll(WORD)].map(([word]) => (/^\p{N}+$/u.test(word) ? '#' : word));
}

function startsAt(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, n) => words[at + n] === word);
}

/** Which words of the text lie inside a phrase, and how many phrases apart from each other there are. */
function cover(words: readonly string[], phrases: readonly string[]): { share: number; apart: number } {
  const covered = new Uint8Array(words.length);
  const cut = phrases.map(wordsOf).sort((a, b) => b.length - a.length);
  let apart = 0;
  for (const phrase of cut) {
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (!startsAt(words, at, phrase)) continue;
      if (!covered.subarray(at, at + phrase.length).includes(1)) apart++;
      covered.fill(1, at, at + phrase.length);
    }
  }
  return { share: covered.reduce((sum, one) => sum + one, 0) / words.length, apart };
}

function isWellFormed(phrase: string): boolean {
  const form = /^(?:[\p{Ll}\p{Lo}\p{M}\p{Nd}]+|#)(?: (?:[\p{Ll}\p{Lo}\p{M}\p{Nd}]+|#))*$/u;
  const bareNumber = /(?:^| )\p{Nd}+(?: |$)/u;
  return form.test(phrase) && !bareNumber.test(phrase);
}

const cases = VOCABULARIES.map((vocabulary) => [vocabulary.tag, vocabulary] as const);

test('ten languages are registered, each once', () => {
  expect(VOCABULARIES.map(({ tag }) => tag)).toEqual(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'zh']);
});

describe.each(cases)('the words of %s', (_tag, vocabulary: Vocabulary) => {
  test('fill every cue and no other', () => {
    expect(Object.keys(vocabulary.cues).sort()).toEqual([...CUES].sort());
    expect(CUES.filter((cue) => vocabulary.cues[cue].trim() === '')).toEqual([]);
  });

  test('are phrases of words as the word table sees them', () => {
    const bad = CUES.flatMap((cue) => phrasesOf(vocabulary.cues[cue])).filter((phrase) => !isWellFormed(phrase));
    expect(bad).toEqual([]);
  });

  test('are short enough to be a phrase', () => {
    const long = CUES.flatMap((cue) => phrasesOf(vocabulary.cues[cue])).filter((phrase) => {
      return wordsOf(phrase).length > (HAS_HAN.test(phrase) ? MOST_LETTERS : MOST_WORDS);
    });
    expect(long).toEqual([]);
  });

  test('stand once in a cue', () => {
    const twice = CUES.flatMap((cue) => {
      const keys = phrasesOf(vocabulary.cues[cue]).map((phrase) => wordsOf(phrase).join(' '));
      return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${cue}: ${key}`);
    });
    expect(twice).toEqual([]);
  });

  test('know the networks', () => {
    expect(phrasesOf(vocabulary.cues.share)).toEqual(
      expect.arrayContaining([
        'facebook',
        'twitter',
        'x',
        'whatsapp',
        'telegram',
        'vk',
        'weibo',
        'wechat',
        'pinterest',
      ]),
    );
  });

  test('have two examples a cue and twelve sentences of prose', () => {
    const counts = CUES.map((cue) => vocabulary.examples.filter((example) => example.cue === cue).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(vocabulary.examples.filter(({ cue }) => cue === null).length).toBeGreaterThanOrEqual(12);
  });

  test('are found in the examples of their cue', () => {
    const silent = vocabulary.examples.filter(({ text, cue }) => {
      return cue !== null && cover(wordsOf(text), phrasesOf(vocabulary.cues[cue])).apart < (cue === 'cookie' ? 2 : 1);
    });
    expect(silent).toEqual([]);
  });

  test('make up most of a label', () => {
    const thin = vocabulary.examples.filter(({ text, cue }) => {
      const words = wordsOf(text);
      if (cue === null || !LABELS.has(cue) || words.length > LONGEST_LABEL) return false;
      return cover(words, phrasesOf(vocabulary.cues[cue])).share <= 0.5;
    });
    expect(thin).toEqual([]);
  });

  test('make up less than half of a sentence of prose, cue by cue', () => {
    const caught = vocabulary.examples
      .filter(({ cue }) => cue === null)
      .flatMap(({ text }) =>
        CUES.map((cue) => ({ text, cue, share: cover(wordsOf(text), phrasesOf(vocabulary.cues[cue])).share })),
      )
      .filter(({ share }) => share >= 0.5);
    expect(caught).toEqual([]);
  });
});

describe('stop words', () => {
  const lists = Object.entries(STOP_WORDS).map(([tag, list]) => [tag, list.split(' ')] as const);

  test('come as one string of single words parted by single blanks, none twice', () => {
    const bad = lists.filter(([, words]) => {
      const shaped = words.every((word) => /^[\p{L}\p{M}]+$/u.test(word) && word === word.toLowerCase());
      return !shaped || new Set(words).size !== words.length;
    });
    expect(bad).toEqual([]);
  });

  test('are lists of one size, save where a letter is a word', () => {
    const odd = lists.filter(([tag, words]) => {
      if (tag === 'zh' || tag === 'ja' || tag === 'th') return words.some((word) => word.length !== 1);
      return words.length < 150 || words.length > 260;
    });
    expect(odd.map(([tag, words]) => `${tag} ${words.length}`)).toEqual([]);
  });

  test.each(cases)('tell the prose of %s from that of every other list', (tag, vocabulary) => {
    const prose = vocabulary.examples.filter(({ cue }) => cue === null).flatMap(({ text }) => wordsOf(text));
    const ranked = lists
      .map(([list, words]) => ({ list, hits: prose.filter((word) => words.includes(word)).length }))
      .sort((a, b) => b.hits - a.hits);
    expect(ranked[0]?.list).toBe(tag);
    expect(ranked[0]?.hits ?? 0).toBeGreaterThan(1.3 * (ranked[1]?.hits ?? 0));
  });

  test('are not made of labels', () => {
    const shares = VOCABULARIES.map(({ tag, cues }) => {
      const words = [...phrasesOf(cues.nav), ...phrasesOf(cues.share)].flatMap(wordsOf);
      const stops = new Set((STOP_WORDS[tag] ?? '').split(' '));
      return { tag, share: words.filter((word) => stops.has(word)).length / words.length };
    });
    expect(shares.filter(({ share }) => share > 0.3)).toEqual([]);
  });
});
