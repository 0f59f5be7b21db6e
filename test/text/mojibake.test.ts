import { Buffer } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import { decodeBytes } from '../../src/text/decode.ts';
import { looksMojibake } from '../../src/text/mojibake.ts';

const misread = (text: string, encoding: string): string => decodeBytes(Buffer.from(text), { encoding }).text;

const SENTENCES = [
  'The bakers’ strike ended on Friday night…',
  'Le conseil a rejeté le projet après trois heures de débat.',
  'A população não foi informada sobre as obras da estação.',
  'Die Brücke über die Ahle bleibt gesperrt.',
  'Drużyna wygrała po dogrywce, a bramkarz obronił wszystkie strzały.',
  'Μost: η γέφυρα θα μείνει κλειστή ως την άνοιξη.',
  'Мост через реку будет закрыт до весны.',
  'ПІСІК і СІРІ СІМ’Ї: у середу депутати відхилили пропозицію.',
  'הגשר מעל הנהר יישאר סגור עד האביב.',
  'سيبقى الجسر فوق النهر مغلقا حتى الربيع.',
  'สะพานข้ามแม่น้ำจะปิดจนถึงฤดูใบไม้ผลิ',
  'Cây cầu bắc qua sông sẽ đóng cửa đến mùa xuân.',
  '川にかかる橋は春まで閉鎖される。',
  '강 위의 다리는 봄까지 폐쇄된다.',
];

describe('UTF-8 read as a single-byte encoding', () => {
  test.each(SENTENCES)('is seen in windows-1252: %s', (text) => {
    expect(looksMojibake(misread(text, 'windows-1252'))).toBe(true);
  });

  test.each(['windows-1250', 'windows-1251', 'macintosh'])('is seen in %s', (encoding) => {
    expect(looksMojibake(misread('“It’s the café’s fault,” she said – résumé in hand.', encoding))).toBe(true);
    expect(looksMojibake(misread('Мост через реку будет закрыт до весны.', encoding))).toBe(true);
  });

  test('is seen in a single spot of a long page', () => {
    const page = 'The talks ended on Friday, officials said. '.repeat(2000);
    expect(looksMojibake(`${page}The owner didnâ€™t reply. ${page}`)).toBe(true);
  });

  test('is seen where the no-break space of à became a blank', () => {
    expect(looksMojibake('dÃ©jÃ  vu')).toBe(true);
    expect(looksMojibake('voilÃ  tout')).toBe(true);
    expect(looksMojibake('VOILÃ TOUT, C O N Ã O')).toBe(false);
  });
});

describe('good text is left in peace', () => {
  test.each(SENTENCES)('%s', (text) => {
    expect(looksMojibake(text)).toBe(false);
  });

  test.each([
    'Il a dit\u00a0: «\u00a0fermé\u00a0», puis «\u00a0à\u00a0» et «\u00a0é\u00a0».',
    '“NÃO É AMANHÔ, “SÓ AMANHÃ…”',
    'CHÂTEAU À VENDRE – PARLÉ®',
    'ROMÂNIA, NICIODATĂ\u00a0ȘI NICIUNDE',
    'VIỆT NAM: CÂU LẠC BỘ BÓNG ĐÁ, ÂÃ',
    '3×“wide”, 5×£20, 12×…',
    'ÅRHUS Å—Ä” Ø±, the sofa',
    '√π = 2k√π, n√∞',
    'Çok güzel, “ÇÖĞÜŞ”',
    'ÍSLAND: ÐÞ “SÍÐ”',
    '',
    'plain ASCII',
  ])('%s', (text) => {
    expect(looksMojibake(text)).toBe(false);
  });

  test('half a million lead signs are looked at once', () => {
    expect(looksMojibake('Ð'.repeat(500_000))).toBe(false);
    expect(looksMojibake('É…'.repeat(250_000))).toBe(false);
  });
});
