/** Which reader an input goes to: content decides, the ending breaks ties. */
import { describe, expect, test } from '@jest/globals';
import { FORMATS, formatNamed, formatOf } from '../../src/formats/index.ts';

describe('the format of an input', () => {
  test.each([
    ['plain words', 'a.txt', 'Rain is expected.', 'text'],
    ['no ending', 'notes', 'Rain is expected.', 'text'],
    ['an upper-case ending', 'A.TXT', 'Rain is expected.', 'text'],
    ['a page saved as text', 'a.txt', '<!DOCTYPE html><p>Rain', 'html'],
    [
      'a page behind comments and an XML declaration',
      'a',
      ' <?xml version="1.0"?>\n<!-- x --><!-- y --><HTML lang="en">',
      'html',
    ],
    ['a page in the old style', 'a.txt', '<head><title>x</title>', 'html'],
    ['a text that speaks of tags', 'a.txt', 'Write <p> and </p> around it.', 'text'],
    ['a feed', 'a.txt', '<?xml version="1.0"?><rss version="2.0">', 'text'],
    ['a fragment with the ending of a page', 'a.html', '<div>Rain</div>', 'html'],
    ['plain words with the ending of a page', 'a.html', 'Rain is expected.\nTake a coat.', 'text'],
    ['Markdown by its ending', 'a.md', '# Rain', 'markdown'],
    ['Markdown signs in a text', 'a.txt', '# Rain', 'text'],
    ['a page with the ending of Markdown', 'a.md', '<!doctype html><p>Rain', 'html'],
    ['records by their ending', 'a.ndjson', '{"broken', 'jsonl'],
    ['records from a pipe', '', '{"id":1,"text":"Rain"}\n{"id":2,', 'jsonl'],
    ['a record too long for the head', '-', `{"text":"${'rain '.repeat(900)}`, 'jsonl'],
    ['braces in a text', 'a.txt', '{"text":"Rain"}', 'text'],
    ['a dot in a folder name', 'site.v2/page', 'Rain', 'text'],
  ])('%s', (_, path, content, name) => {
    expect(formatOf(Buffer.from(content), path)?.name).toBe(name);
  });

  test.each([
    ['an ending that is not ours', 'a.pdf', 'Rain'],
    [
      'a binary without an ending',
      'a',
      '\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000\u0003\u0000>\u0000\u0001\u0000\u0000\u0000',
    ],
    ['a compressed file called text', 'a.txt', '\u001f\u008b\u0008\u0000'],
  ])('%s is left alone', (_, path, content) => {
    expect(formatOf(Buffer.from(content, 'latin1'), path)).toBeUndefined();
  });

  test('a page in UTF-16 is seen through its byte order mark', () => {
    expect(formatOf(Buffer.from('\ufeff<html><body>Rain', 'utf16le'), 'a.txt')?.name).toBe('html');
  });

  test('every format is found by its name', () => {
    expect(FORMATS.map((format) => formatNamed(format.name))).toEqual(FORMATS);
    expect(formatNamed('pdf')).toBeUndefined();
  });
});
