import { Buffer } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looksBinary } from '../../src/text/charset.ts';
import { decodeBytes, isKnownEncoding, lineEndOf } from '../../src/text/decode.ts';
import { SENTENCES } from './encoded-sentences.ts';

const fromHex = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const fromBase64 = (bytes: string): Buffer => Buffer.from(bytes, 'base64');
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('one sentence tells its encoding', () => {
  test.each(SENTENCES)('%s: %s', (encoding, text, bytes) => {
    expect(decodeBytes(fromBase64(bytes))).toMatchObject({ text, encoding, bom: false, replaced: 0 });
  });

  test('what a label asks for is decoded so, whatever the bytes look like', () => {
    for (const [encoding, text, bytes] of SENTENCES) {
      expect(decodeBytes(fromBase64(bytes), { encoding: encoding.toUpperCase() })).toMatchObject({ text, encoding });
    }
  });

  test('the right declaration never loses', () => {
    for (const [encoding, text, bytes] of SENTENCES) {
      expect(decodeBytes(fromBase64(bytes), { declared: encoding })).toMatchObject({ text, encoding });
    }
  });
});

describe('byte order marks and UTF', () => {
  const text = 'Grüße aus Łódź\n桥将关闭到春天\nМост закрыт';

  test.each([
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', bigEndian(`\ufeff${text}`)],
  ])('%s with a mark: the mark goes, the text stays', (encoding, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ text, encoding, bom: true, lineEnd: 'LF', replaced: 0 });
  });

  test('a mark wins over the user and the declaration', () => {
    const bytes = Buffer.from('\ufeffnaïve', 'utf8');
    expect(decodeBytes(bytes, { encoding: 'latin1', declared: 'shift_jis' })).toMatchObject({
      text: 'naïve',
      bom: true,
    });
  });

  test.each([
    'The bridge stays closed until spring.\r\n',
    'Le pont restera fermé jusqu’au printemps.',
    'Мост закрыт до весны.',
    'Η γέφυρα θα μείνει κλειστή.',
    'سيبقى الجسر مغلقا حتى الربيع.',
    'สะพานข้ามแม่น้ำจะปิดจนถึงฤดูใบไม้ผลิ',
    '没有人提醒过我们。',
    '鎮議會星期三否決了加快維修的提案。',
    '誰も知らせてくれなかった。',
    '아무도 우리에게 알려 주지 않았다.',
  ])('UTF-16 without a mark is found in both orders: %s', (said) => {
    expect(decodeBytes(Buffer.from(said, 'utf16le'))).toMatchObject({ text: said, encoding: 'utf-16le', bom: false });
    expect(decodeBytes(bigEndian(said))).toMatchObject({ text: said, encoding: 'utf-16be', bom: false });
  });

  test('halves of pairs that stand alone and a last odd byte become U+FFFD and are counted', () => {
    const bytes = fromHex('ff fe 41 00 00 d8 42 00 00 dc 3d d8 00 de 43');
    expect(decodeBytes(bytes)).toMatchObject({ text: 'A\ufffdB\ufffd😀\ufffd', replaced: 3 });
  });

  test('plain ASCII and valid UTF-8 are UTF-8, even where the words would fit UTF-16', () => {
    expect(decodeBytes(Buffer.from('the man hid the facts')).encoding).toBe('utf-8');
    expect(decodeBytes(new Uint8Array()).encoding).toBe('utf-8');
    expect(decodeBytes(Buffer.from('Ümit, öğle, çay'), { declared: 'iso-8859-9' })).toMatchObject({
      encoding: 'utf-8',
    });
  });

  test('UTF-8 with a stray byte or cut in a character stays UTF-8; the damage is counted, U+FFFD of the source is not', () => {
    const stray = Buffer.concat([
      Buffer.from('Zürich, Köln, Düsseldorf, Nürnberg \ufffd '),
      fromHex('e9'),
      Buffer.from(' Osnabrück'),
    ]);
    expect(decodeBytes(stray)).toMatchObject({ encoding: 'utf-8', replaced: 1 });
    const cut = Buffer.from('Мост через реку закрыт до весны').subarray(0, -1);
    expect(decodeBytes(cut)).toMatchObject({ encoding: 'utf-8', replaced: 1 });
  });
});

describe('declared encodings', () => {
  const russian = fromBase64('zO7x8iD35fDl5yDw5erzIOHz5OXyIOfg6vD78iDk7iDi5fHt+y4=');

  test.each([
    'iso-8859-1',
    'utf-8',
    'shift_jis',
    'koi8-r',
    'utf-16',
    'no-such-thing',
  ])('%s loses against Russian bytes', (declared) => {
    expect(decodeBytes(russian, { declared }).text).toBe('Мост через реку будет закрыт до весны.');
  });

  test('where bytes fit both, the declaration decides', () => {
    const bytes = fromHex('53 6f 6e 64 65 72 7a 65 69 63 68 65 6e 3a 20 e9 20 e8');
    expect(decodeBytes(bytes, { declared: 'latin1' }).text).toBe('Sonderzeichen: é è');
    expect(decodeBytes(bytes, { declared: 'windows-1250' }).text).toBe('Sonderzeichen: é č');
    expect(decodeBytes(bytes, { declared: 'cp1251' })).toMatchObject({ encoding: 'windows-1251' });
  });

  test('a declared name is reported as the standard spells it', () => {
    const bytes = fromBase64('w/fM7NHYuqPT0LTzt+e6zdPqoaM=');
    expect(decodeBytes(bytes, { declared: 'GB2312' })).toMatchObject({ encoding: 'gbk', text: '明天沿海有大风和雨。' });
    const hebrew = fromHex('ee e7 f8 20 f2 ec 20 e4 e7 e5 f3 20 e9 f8 e3 20 e2 f9 ed');
    expect(decodeBytes(hebrew, { declared: 'logical' }).encoding).toBe('iso-8859-8-i');
  });
});

describe('the decoders follow the standard where Node does not', () => {
  test('windows-1252 has 27 signs between 0x80 and 0x9F', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
    const { text } = decodeBytes(bytes, { encoding: 'windows-1252' });
    expect(text).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
  });

  test.each([
    ['windows-1253', 'aa', '\ufffd'],
    ['windows-1255', 'ca', '\u05ba'],
    ['windows-874', 'db', '\ufffd'],
    ['koi8-u', 'ae be', 'ўЎ'],
    ['iso-8859-16', 'aa ba a5', 'Șș„'],
    ['iso-8859-8-i', 'e0 e1', '\u05d0\u05d1'],
    ['gbk', '80 a2 e3 81 30 89 31', '€€Ø'],
    ['gb18030', '90 30 81 30 a6 d9 e3 32 9a 35', '\u{10000}\ufe10\u{10ffff}'],
    ['big5', '88 62 87 41 fa 40', 'Ê\u0304䰲𠕇'],
    ['euc-kr', '81 41 8c 63 c6 52', '갂똠힣'],
    ['euc-jp', '8e b1 8f b0 a1 a4 a2', 'ｱ丂あ'],
    ['shift_jis', '80 b1 f0 40 82 a0', '\u0080ｱ\ue000あ'],
    ['iso-2022-jp', '1b 24 42 24 22 1b 28 4a 5c 7e 1b 28 49 31 1b 28 42 7e', 'あ¥‾ｱ~'],
  ])('%s %s', (encoding, hex, text) => {
    expect(decodeBytes(fromHex(hex), { encoding }).text).toBe(text);
  });

  test.each([
    ['big5', '87 20', '\ufffd ', 1],
    ['euc-kr', 'c9 a1 c9 41', '\ufffd\ufffdA', 2],
    ['gb18030', '81 30 81', '\ufffd', 1],
    ['gb18030', '81 30 41 42', '\ufffd0AB', 1],
    ['gb18030', '84 31 a4 37 e3 32 9a 36', '\ufffd\ufffd', 1],
    ['euc-jp', '8f a1 41 a4', '\ufffdA\ufffd', 2],
    ['shift_jis', '81 20 fd', '\ufffd \ufffd', 2],
    ['iso-2022-jp', '1b 24 42 24 1b 28 42 1b 2f', '\ufffd\ufffd/', 2],
    ['windows-1257', 'a1 41', '\ufffdA', 1],
  ])('%s: what cannot be read in %s becomes U+FFFD, an ASCII sign after it survives', (encoding, hex, text, replaced) => {
    expect(decodeBytes(fromHex(hex), { encoding })).toMatchObject({ text, replaced });
  });
});

describe('whatever the bytes', () => {
  test('decoding gives text, a known name and a sane count', () => {
    const labels = fc.constantFrom(
      undefined,
      'utf-8',
      'gbk',
      'euc-jp',
      'iso-2022-jp',
      'utf-16be',
      'windows-1255',
      'nonsense',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), labels, labels, (bytes, encoding, declared) => {
        const decoded = decodeBytes(bytes, { ...(encoding && { encoding }), ...(declared && { declared }) });
        expect(isKnownEncoding(decoded.encoding)).toBe(true);
        expect(decoded.text.split('\ufffd').length - 1).toBeGreaterThanOrEqual(decoded.replaced);
        expect(typeof looksBinary(bytes)).toBe('boolean');
      }),
    );
  });

  test('a high byte far behind the first 64 KB still decides', () => {
    const ascii = 'the committee met again and the minutes say so\n'.repeat(3000);
    const bytes = Buffer.concat([Buffer.from(ascii), fromBase64(SENTENCES[16]?.[2] ?? ''), Buffer.from(ascii)]);
    expect(decodeBytes(bytes).text).toBe(ascii + (SENTENCES[16]?.[1] ?? '') + ascii);
  });
});

describe('labels', () => {
  test.each([
    'UTF-8',
    'utf8',
    'latin1',
    'ISO_8859-1:1987',
    ' windows-1252 ',
    'x-sjis',
    'ks_c_5601-1987',
    'cp936',
    'Big5-HKSCS',
    'macroman',
  ])('%s is known', (label) => expect(isKnownEncoding(label)).toBe(true));

  test.each(['', 'utf-7', 'ebcdic', 'hz-gb-2312', 'x-user-defined', 'constructor'])('%s is not', (label) => {
    expect(isKnownEncoding(label)).toBe(false);
    expect(decodeBytes(Buffer.from('plain'), { encoding: label, declared: label }).text).toBe('plain');
  });
});

describe('line ends', () => {
  test.each([
    ['', 'none'],
    ['one line', 'none'],
    ['a\nb\n', 'LF'],
    ['a\r\nb\r\n', 'CRLF'],
    ['a\rb\r', 'CR'],
    ['\r\n', 'CRLF'],
    ['a\r\nb\nc', 'mixed'],
    ['a\nb\r\nc', 'mixed'],
    ['a\r\nb\rc', 'mixed'],
    ['a\r\nb\r', 'mixed'],
    ['a\rb\nc', 'mixed'],
    ['a\n\rb', 'mixed'],
    ['a\r\r\nb', 'mixed'],
    ['a\u2028b\u0085c\vd\fe', 'none'],
  ])('%j has %s', (text, ends) => {
    expect(lineEndOf(text)).toBe(ends);
  });
});

describe('binaries', () => {
  test('NULs outside UTF-16, compressed bytes and files known by their first bytes are binary', () => {
    expect(looksBinary(fromHex('7f 45 4c 46 02 01 01 00 00 00 00 00 00 00 00 00 03 00 3e 00'))).toBe(true);
    expect(looksBinary(Buffer.from('a line with a \0 in it and nothing else of the kind'))).toBe(true);
    expect(looksBinary(Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj', 'latin1'))).toBe(true);
    expect(looksBinary(fromHex('1f 8b 08 20'))).toBe(true);
    expect(looksBinary(Uint8Array.from({ length: 600 }, (_, at) => ((at * 167 + 89) % 255) + 1))).toBe(true);
  });

  test('text of every encoding, terminal colours, struck-over print and old end-of-file signs are not', () => {
    for (const [, , bytes] of SENTENCES) expect(looksBinary(fromBase64(bytes))).toBe(false);
    expect(looksBinary(Buffer.from('\u001b[1mBold\u001b[0m and n\bna\bam\bme\be\f\u001a'))).toBe(false);
    expect(looksBinary(Buffer.from('The bridge is closed.', 'utf16le'))).toBe(false);
    expect(looksBinary(bigEndian('桥将关闭到春天。'))).toBe(false);
    expect(looksBinary(new Uint8Array())).toBe(false);
  });
});
