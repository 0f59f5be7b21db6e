/** What a page becomes, where a small fixture cannot say it. */
import { describe, expect, test } from '@jest/globals';
import type { RawDocument } from '../../src/core/types.ts';
import { formatNamed, readHtmlText } from '../../src/formats/index.ts';

function page(html: string): RawDocument {
  return readHtmlText(html, { path: 'page.html' });
}

function bytesOf(html: string, encoding: BufferEncoding): RawDocument {
  const format = formatNamed('html');
  if (format?.shape !== 'file') throw new Error('html reads single files');
  return format.read(Buffer.from(html, encoding), { path: 'page.html' });
}

describe('text of a page', () => {
  test.each([
    ['blanks fold, also non-breaking ones', '<p> a \n\t b&nbsp;&nbsp;c </p>', 'a b c\n'],
    ['inline elements add no blanks', '<p>un<b>break</b><i>able</i></p>', 'unbreakable\n'],
    ['one break ends a line, two part paragraphs', 'a<br>b<br><br>c', 'a\nb\n\nc\n'],
    [
      'references are decoded, once',
      '<p>&amp;lt; &eacute; &#x2014; &unknown; &copy 2020</p>',
      '&lt; é — &unknown; © 2020\n',
    ],
    ['a paragraph ends where a block begins', '<p>a<div>b</div>c', 'a\n\nb\nc\n'],
    ['formatting that crosses a block does not end it', '<b><p>a</b>b</p>c', 'ab\n\nc\n'],
    ['a stray end tag is passed over', '<div>a</span></section>b</div>', 'ab\n'],
    ['cells without a row are a row', '<table><td>a<td>b</table>', 'a\tb\n'],
    ['an empty cell keeps its place', '<table><tr><td><td>b<tr><td>c<td>d</table>', '\tb\nc\td\n'],
    ['CDATA is a comment up to the next >', '<body><![CDATA[<p>a</p>]]>', 'a\n\n]]>\n'],
    ['a script does not end at a tag in a string', '<script>var a = "<p>no</p>";</script>yes', 'yes\n'],
    ['a declarative shadow root is shown', '<div><template shadowrootmode="open"><p>a</p></template></div>', 'a\n'],
    ['SVG ends where a block of HTML begins', '<svg><g><p>a</p>', 'a\n'],
    ['an end tag cut off says nothing', 'a</script', 'a\n'],
    ['a page of nothing is empty', '<html><head><title>x</title></head><body> </body></html>', ''],
  ])('%s', (_, html, text) => {
    expect(page(html).text).toBe(text);
  });

  test('a list in a list of the same kind is one block', () => {
    const { blocks, text } = page('<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>');
    expect(text).toBe('a\nb\nc\n');
    expect(blocks).toMatchObject([{ kind: 'list', first: 0, last: 2, ordered: false }]);
  });

  test('links count letters inside links only', () => {
    const { blocks } = page('<p><a href="/">aaa</a> b</p><p><a name="x">ccc</a></p>');
    expect(blocks?.map((block) => block.links)).toEqual([75, 0]);
  });

  test('regions come nearest first, and a mixed line has those of its block', () => {
    const { blocks } = page(
      '<footer id="colophon"><div class="entry-content has-sidebar"><p><span class="byline">By A</span> in town</p><p class="postCaption">x</p></div></footer>',
    );
    expect(blocks?.map((block) => block.region)).toEqual([
      ['entry', 'content', 'footer'],
      ['post', 'caption', 'entry', 'content', 'footer'],
    ]);
    expect(blocks?.[1]?.kind).toBe('caption');
  });

  test('what a script was to unveil is shown where most of the prose is hidden', () => {
    const prose = 'The kiln was opened at dawn, and what had been grey clay stood there in green and brown and gold. ';
    const hidden = `<div style="display:none"><p>${prose}</p></div>`;
    expect(page(`<p>Loading</p>${hidden}`).text).toContain('kiln');
    expect(page(`<p>${prose}${prose}</p>${hidden}`).text.match(/kiln/g)).toHaveLength(2);
  });
});

describe('encoding of a page', () => {
  test.each([
    ['<meta charset=iso-8859-2><p>\u00b1', 'ą\n', 'iso-8859-2'],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>\u0093Caf\u00e9\u0094',
      '“Café”\n',
      'windows-1252',
    ],
    [
      '<!-- <meta charset=koi8-r> --><meta charset="windows-1251"><p>\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2',
      'Привет\n',
      'windows-1251',
    ],
    ['<?xml version="1.0" encoding="iso-8859-7"?><html><p>\u00e1\u00e2\u00e3', 'αβγ\n', 'iso-8859-7'],
  ])('%s', (html, text, encoding) => {
    const read = bytesOf(html, 'latin1');
    expect(read.text).toBe(text);
    expect(read.source.encoding).toBe(encoding);
  });

  test('a byte order mark wins over the declaration', () => {
    const read = bytesOf('\ufeff<meta charset="windows-1251"><p>é', 'utf8');
    expect([read.text, read.source.encoding, read.source.bom]).toEqual(['é\n', 'utf-8', true]);
  });
});

describe('metadata of a page', () => {
  const hintsOf = (head: string, body = ''): RawDocument['hints'] =>
    page(`<head>${head}</head><body>${body}</body>`).hints;

  test('a heading is the title where the head bears it out', () => {
    expect(
      hintsOf(
        '<title>Tides rise - Weekly Gull</title><meta property="og:site_name" content="Weekly Gull">',
        '<h1>Weekly Gull</h1><h1>Tides rise</h1>',
      )?.title,
    ).toBe('Tides rise');
  });

  test('what the host is called is cut from a title', () => {
    expect(
      hintsOf(
        '<title>Tides rise | Gull Shore Weekly</title><link rel=canonical href="https://www.gullshore.example/tides">',
      )?.title,
    ).toBe('Tides rise');
  });

  test.each([
    ['<meta name="date" content="5 March 2009">', '2009-03-05'],
    ['<meta property="article:published_time" content="2009-03-05T22:24:36.120+0530">', '2009-03-05T22:24:36+05:30'],
    ['<meta property="article:published_time" content="2009-03-05T00:00:00Z">', '2009-03-05'],
    ['<meta property="article:published_time" content="2009-03-05 22:24">', '2009-03-05'],
    ['<meta property="article:published_time" content="2009-02-30">', undefined],
    ['<meta property="article:published_time" content="0001-01-01T00:00:00">', undefined],
    ['<meta name="date" content="03/04/2009">', undefined],
  ])('date of %s', (head, date) => {
    expect(hintsOf(head)?.date).toBe(date);
  });

  test('linked data is read through line ends in strings, and hostile keys change nothing', () => {
    const data =
      '{"@type":"NewsArticle","headline":"Tides\nrise","__proto__":{"polluted":1},"author":{"@type":"Person","name":"Ada &amp; Bo"}}';
    expect(hintsOf(`<script type="application/ld+json">${data}</script>`)?.title).toBe('Tides rise');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each([
    '//<![CDATA[\n[{"@type":"Article","headline":"Tides"}]\n//]]>',
    '<!-- {"@type":["Thing","schema:BlogPosting"],"headline":"Tides"} -->',
    '[{"@type":"Article","headline":"Tides"}];',
  ])('linked data is read out of its wrapping: %s', (data) => {
    expect(hintsOf(`<script type="application/ld+json">${data}</script>`)?.title).toBe('Tides');
  });

  test.each([
    '{"@type":',
    '[[[[[[[[[[[[',
    'null',
    '{"@graph":{"@graph":{"@graph":1}}}',
    '"text"',
  ])('broken linked data %s is passed over', (data) => {
    expect(hintsOf(`<title>Tides</title><script type="application/ld+json">${data}</script>`)).toEqual({
      title: 'Tides',
    });
  });

  test('addresses that are not of the web and names that are not of persons are left out', () => {
    expect(
      hintsOf('<link rel=canonical href="javascript:alert(1)"><meta name=author content="https://x.example/ada">'),
    ).toBeUndefined();
  });
});
