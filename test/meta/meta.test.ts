import { describe, expect, test } from '@jest/globals';
import { BODY, BODY_DE, read } from './pages.ts';

const TITLE = 'Saltmere closes the old ferry pier for the winter';

describe('an article pasted into a forum', () => {
  const page = [
    'Lantern88',
    '10-24-2007, 08:37 AM',
    TITLE,
    'http://www.coastwire.example/story/0,2933,304303,00.html',
    'Tuesday, October 23, 2007',
    BODY,
  ].join('\n');

  test('belongs to the outlet, not to the poster', () => {
    expect(read(page).meta).toEqual({
      title: TITLE,
      date: '2007-10-23',
      posted: '2007-10-24T08:37:00',
      posted_by: 'Lantern88',
      publisher: 'coastwire.example',
      url: 'http://www.coastwire.example/story/0,2933,304303,00.html',
    });
  });

  test('loses the lines of its head and nothing else', () => {
    expect(read(page).findings.map(({ first, last }) => [first, last])).toEqual([0, 1, 2, 3, 4].map((at) => [at, at]));
  });

  test('takes the day of the post if it names no day of its own', () => {
    const { meta } = read(page.replace('Tuesday, October 23, 2007\n', ''));
    expect(meta).toMatchObject({ date: '2007-10-24', posted_by: 'Lantern88' });
    expect(meta).not.toHaveProperty('posted');
  });
});

describe('a masthead that the copyright line names', () => {
  const pageOf = (masthead: string, footer: string): string =>
    ['Menu', masthead, 'News', TITLE, 'By Ann Lee', 'Tuesday, 23 October 2007', BODY, footer].join('\n');

  test('is the publisher, as it writes itself', () => {
    const { meta, moved } = read(
      pageOf('THE SALTMERE HERALD', '© 2004-2007 Saltmere Herald Ltd. All rights reserved.'),
    );
    expect(meta).toMatchObject({ title: TITLE, publisher: 'THE SALTMERE HERALD' });
    expect(moved).toContain('publisher: THE SALTMERE HERALD');
  });

  test('is not guessed from a holder with another name', () => {
    const { meta, moved } = read(pageOf('Harbour Life', '© 2007 Saltmere Herald Ltd. All rights reserved.'));
    expect(meta.publisher).toBe('Saltmere Herald Ltd.');
    expect(moved.filter((line) => line.startsWith('publisher'))).toEqual([]);
  });

  test('is not a label of the menu that a footer begins with too', () => {
    const { moved } = read(pageOf('Harbour Life', '© 2007 News'));
    expect(moved.filter((line) => line.startsWith('publisher'))).toEqual([]);
  });
});

describe('an agency story in a blog', () => {
  const page = [
    'SALTMERE NOTEBOOK',
    'Notes from the coast since 1998. Share/Save Subscribe',
    'Search Box',
    'Friday, March 6, 2009',
    TITLE,
    'Thu, 05 Mar 2009 22:24:36 GMT | CoastWire',
    BODY,
    'No comments:',
  ].join('\n\n');

  test('has the date and name of the agency, and the blog as site', () => {
    expect(read(page).meta).toEqual({
      title: TITLE,
      date: '2009-03-05T22:24:36Z',
      posted: '2009-03-06',
      site: 'SALTMERE NOTEBOOK',
      publisher: 'CoastWire',
    });
  });

  test('moves four lines, and says to which fields', () => {
    expect(read(page).moved).toEqual([
      'site: SALTMERE NOTEBOOK',
      'posted: Friday, March 6, 2009',
      `title: ${TITLE}`,
      'date+publisher: Thu, 05 Mar 2009 22:24:36 GMT | CoastWire',
    ]);
  });

  test('keeps the heading as its date if no other is stated', () => {
    const { meta } = read(page.replace('Thu, 05 Mar 2009 22:24:36 GMT | CoastWire\n\n', ''));
    expect(meta.date).toBe('2009-03-06');
    expect(meta).not.toHaveProperty('posted');
    expect(meta).not.toHaveProperty('site');
  });
});

describe('a page that only says when it was updated', () => {
  const page = [
    'Page last updated at 15:58 GMT, Tuesday, 3 March 2009',
    "Saltmere 'gives up ferry pier'",
    'Ferry deck in Saltmere (2 March 2009)\nThe engineers found the timber rotten',
    BODY,
    'Copyright © 2019 Tidings. Tidings is not responsible for the content of external sites.',
  ].join('\n\n');

  test('has the change to the minute and its day as date', () => {
    expect(read(page).meta).toMatchObject({ date: '2009-03-03', updated: '2009-03-03T15:58:00Z' });
  });

  test('never takes a caption or the copyright year for a date, nor a caption for the title', () => {
    const { meta, moved } = read(page);
    expect(meta.title).toBe("Saltmere 'gives up ferry pier'");
    expect(moved).toEqual([
      'updated+date: Page last updated at 15:58 GMT, Tuesday, 3 March 2009',
      "title: Saltmere 'gives up ferry pier'",
    ]);
  });

  test('names the holder of the copyright, whose line stays where it is', () => {
    expect(read(page).meta.publisher).toBe('Tidings');
  });
});

describe('dates', () => {
  test('labelled as published win over other dates', () => {
    const { meta, moved } = read(`${TITLE}\n\nUpdated 9 May 2020, 10:00 CET\nPublished 7 May 2020\n\n${BODY}`);
    expect(meta).toMatchObject({ date: '2020-05-07', updated: '2020-05-09T10:00:00+01:00' });
    expect(moved).toHaveLength(3);
  });

  test('glued into one line are the day of publication and of a change, whichever comes first', () => {
    expect(read(`${TITLE}\n\nMay 21, 2025April 24, 2025\n\n${BODY}`).meta.date).toBe('2025-04-24');
    expect(read(`${TITLE}\n\nApril 24, 2025May 21, 2025\n\n${BODY}`).meta.date).toBe('2025-04-24');
  });

  test('labelled as published count at the end of a long page too', () => {
    const long = Array.from({ length: 45 }, (_, at) => `${BODY_DE.split('\n\n')[at % 3]} (${at})`).join('\n\n');
    const { meta, moved } = read(
      `Salzmoor schließt die alte Anlegestelle\n\n${long}\n\nVeröffentlicht am 14. März 2021`,
    );
    expect(meta.date).toBe('2021-03-14');
    expect(moved).toContain('date: Veröffentlicht am 14. März 2021');
  });

  test('stand alone at the end of the page', () => {
    expect(read(`${TITLE}\n\n${BODY}\n\n7 May 2020`).meta.date).toBe('2020-05-07');
  });

  test('are not those of the last post, nor of a member', () => {
    expect(read(`${TITLE}\n\nLast published 7 May 2020\n\n${BODY}`).meta.updated).toBe('2020-05-07');
    expect(read(`${TITLE}\n\nJoined\n\n7 May 2020\n\n${BODY}`).meta).not.toHaveProperty('date');
  });

  test('may have their label on the line above', () => {
    const { meta, moved } = read(`${TITLE}\n\nLast updated\n\nAug 4, 2025\n\n${BODY}`);
    expect(meta.updated).toBe('2025-08-04');
    expect(moved).toContain('updated+date: Last updated');
  });

  test('keep a clock only with a zone', () => {
    expect(read(`${TITLE}\n\n7 May 2020, 10:00\n\n${BODY}`).meta.date).toBe('2020-05-07');
    expect(read(`${TITLE}\n\n7 May 2020, 10:00 EDT\n\n${BODY}`).meta.date).toBe('2020-05-07T10:00:00-04:00');
  });

  test('that could be two days are left out, unless the page decides', () => {
    expect(read(`${TITLE}\n\n03/04/2009\n\n${BODY}`).meta).not.toHaveProperty('date');
    expect(read(`${TITLE}\n\n03/04/2009\n\n${BODY}\n\nPrices as of 03/25/2009`).meta.date).toBe('2009-03-04');
    expect(read(`Salzmoor schließt die alte Anlegestelle\n\n03.04.2009\n\n${BODY_DE}`).meta.date).toBe('2009-04-03');
  });

  test.each([
    'The pier was opened on 3 May 1962 by the mayor of the town.',
    '1/27/2020 - 3/24/2020',
    'Lantern88 said on 8/26/2020:',
    'Joined: Mar 6, 2009',
    'Copyright 2019 Tidings',
    'March 2009',
    '3 hours ago',
    '#4 2020-05-07 09:11',
  ])('are not read from: %s', (line) => {
    const { meta, moved } = read(`${TITLE}\n\n${line}\n\n${BODY}`);
    expect(meta).not.toHaveProperty('date');
    expect(moved.some((each) => each.endsWith(line))).toBe(false);
  });
});

describe('authors', () => {
  const author = (line: string, body: string = BODY): readonly string[] | undefined =>
    read(`${TITLE}\n\n${line}\n\n7 May 2020\n\n${body}`).meta.author;

  test.each([
    ['By Mira Holt', ['Mira Holt']],
    ['By Mira Holt, Senior Editor', ['Mira Holt']],
    ['Written by: Mira Holt Executive Editor and Gardener', ['Mira Holt']],
    ['by Mira Holt, Ole Brandt and Ines de la Vega', ['Mira Holt', 'Ole Brandt', 'Ines de la Vega']],
    ['By Mira Holt, CoastWire Correspondent, New York', ['Mira Holt']],
    ['By Mira Holt @mirawrites', ['Mira Holt']],
    ['ByMira Holt', ['Mira Holt']],
    ['By Mira HoltLifestyle Reporter', ['Mira Holt']],
    ['Von Jan Kratzer und Eva Rieger', ['Jan Kratzer', 'Eva Rieger']],
    ['Par Claire Aubrac', ['Claire Aubrac']],
    ['Por Lucía Marquina', ['Lucía Marquina']],
    ['Di Paolo Fermi', ['Paolo Fermi']],
    ['Door Sanne van der Laan', ['Sanne van der Laan']],
    ['Автор: Ирина Соколова', ['Ирина Соколова']],
    ['作者：林海涛', ['林海涛']],
    ['Mira Holt', ['Mira Holt']],
    ['By Fiona McAllister', ['Fiona McAllister']],
  ])('%s', (line, names) => {
    expect(author(line)).toEqual(names);
  });

  test.each([
    'By Staff',
    'By News Desk',
    'By admin',
    'Coast News',
    'Share This',
    'Winter Timetable',
    'By clicking, you agree to our terms',
    'Tidings Editorial Team',
    'Reviewed by Mira Holt',
    'Edited by: Mira Holt',
  ])('are not: %s', (line) => {
    expect(author(line)).toBeUndefined();
  });

  test('may be a handle between title and date, and a byline far below', () => {
    expect(read(`${TITLE}\n\nSalthand\n\n7 May 2020\n\n${BODY}`).meta.author).toEqual(['Salthand']);
    expect(read(`${TITLE}\n\n${BODY}\n\nWritten by\n\nMira Holt`).meta.author).toEqual(['Mira Holt']);
  });

  test('stand on the line after their opener too', () => {
    const { meta, moved } = read(`${TITLE}\n\nBy\n\nMira Holt\n\n7 May 2020\n\n${BODY}`);
    expect(meta.author).toEqual(['Mira Holt']);
    expect(moved).toEqual(expect.arrayContaining(['author: By', 'author: Mira Holt']));
  });

  test('share a line with the date', () => {
    const { meta, moved } = read(`${TITLE}\n\nBy Mira HoltPublished: Jan 29, 2025\n\n${BODY}`);
    expect(meta).toMatchObject({ author: ['Mira Holt'], date: '2025-01-29' });
    expect(moved).toContain('date+author: By Mira HoltPublished: Jan 29, 2025');
  });

  test('are not the people the article is about', () => {
    const body = `${BODY}\n\nMayor Greta Lindqvist said that the pier would open again in spring, and Lindqvist promised new timber for the deck.`;
    expect(author('Greta Lindqvist addresses the council', body)).toBeUndefined();
    expect(read(`${TITLE}\n\n${BODY}\n\nGreta Lindqvist\n\n${BODY_DE}`).meta).not.toHaveProperty('author');
  });
});

describe('titles', () => {
  const MENU = ['Home', 'News', 'Sport', 'Weather', 'Harbour', 'About us', 'Contact', 'Subscribe', 'Sign in'].join(
    '\n',
  );

  test('are found under a menu', () => {
    expect(read(`${MENU}\n${TITLE}\nMay 7, 2020\n${BODY}`).meta.title).toBe(TITLE);
  });

  test('that the page repeats move from the line nearest the body only', () => {
    const { findings, meta } = read(`Home » Harbour » ${TITLE}\n${TITLE}\n${MENU}\n${TITLE}\nMay 7, 2020\n${BODY}`);
    expect(meta.title).toBe(TITLE);
    expect(findings.filter(({ fields }) => fields?.includes('title')).map(({ first }) => first)).toEqual([11]);
  });

  test('keep their quotation and question marks', () => {
    const asked = 'Why does Saltmere close the “old ferry pier” for the winter?';
    expect(read(`${MENU}\n${asked}\nMay 7, 2020\n${BODY}`).meta.title).toBe(asked);
  });

  test('are not made from a body that has none', () => {
    expect(read(BODY)).toMatchObject({ meta: {}, findings: [] });
    expect(read(`${BODY}\n\nWhat the fishermen say\n\n${BODY_DE}`).meta).not.toHaveProperty('title');
  });

  test('are found again in a text that was cleaned before', () => {
    expect(read(`${TITLE}\n\n${BODY}`)).toMatchObject({ meta: { title: TITLE }, findings: [{ first: 0, last: 0 }] });
    expect(read(`Piers\n\n${BODY}`).meta.title).toBe('Piers');
  });

  test('give way to a line as good if a judge is sure of theirs', () => {
    const twins = ['Saltmere closes its ferry pier until spring', 'Ferry pier of Saltmere is closed until spring'];
    const page = `${MENU}\n${twins.join('\n')}\nMay 7, 2020\n${BODY}`;
    const title = read(page).meta.title ?? '';
    expect(twins).toContain(title);
    expect(twins.filter((line) => line !== title)).toContain(
      read(page, { taken: [page.split('\n').indexOf(title)] }).meta.title,
    );
  });

  test('are the one line above the body that nothing else explains', () => {
    const head = 'Page last updated at 15:58 GMT, Tuesday, 3 March 2009\n\nPier shut\n\nThe deck in May (2 May 2008)';
    expect(read(`${head}\n\n${BODY}`).meta.title).toBe('Pier shut');
  });

  test('stand in letters without spaces', () => {
    const body =
      '盐沼镇港务委员会星期二表示，由于甲板下的木材腐烂得比工程师预期的更快，旧渡轮码头将在冬季关闭，乘客将改在煤炭码头上船。\n\n渡轮公司在冬季每天运送大约四百人，其中大多数是学生和护士，该公司承诺早班船将照常运行，但是末班船将比现在提前半小时开出。';
    expect(read(`首页\n新闻\n盐沼镇冬季关闭旧渡轮码头\n2020年5月7日 08:15\n${body}`).meta).toMatchObject({
      title: '盐沼镇冬季关闭旧渡轮码头',
      date: '2020-05-07',
    });
  });
});

describe('what the markup states', () => {
  const page = `Tidings\n\n${TITLE}\n\nBy Mira Holt\n\n7 May 2020\n\n${BODY}`;

  test('wins, and the lines that say the same move', () => {
    const hints = {
      title: `${TITLE} | Tidings`,
      date: '2020-05-07T09:30:00Z',
      author: ['Mira Holt'],
      publisher: 'Tidings',
      lang: 'en-GB',
    };
    const { meta, moved } = read(page, { hints });
    expect(meta).toEqual({ ...hints, title: TITLE });
    expect(moved).toEqual([`title: ${TITLE}`, 'author: By Mira Holt', 'date: 7 May 2020']);
  });

  test('leaves lines alone that say something else', () => {
    const hints = { title: 'Quarterly report on river dredging', date: '2019-01-02', author: ['Ole Brandt'] };
    const { meta, moved } = read(page, { hints });
    expect(meta).toEqual(hints);
    expect(moved).toEqual([]);
  });

  test('makes the only main heading the title', () => {
    const blocks = [{ kind: 'heading', level: 1, first: 4, last: 4 }] as const;
    expect(
      read(`Harbour fair in May draws a record crowd\n\nTidings\n\nPier shut\n\n${BODY}`, { blocks: [...blocks] }).meta
        .title,
    ).toBe('Pier shut');
  });
});

describe('addresses', () => {
  test('are the source with a label, wherever they stand', () => {
    const { meta, moved } = read(`${TITLE}\n\n${BODY}\n\nSource: https://tidings.example/pier`);
    expect(meta).toMatchObject({ url: 'https://tidings.example/pier', publisher: 'tidings.example' });
    expect(moved).toContain('url+publisher: Source: https://tidings.example/pier');
  });

  test('of pictures and links inside the body are not', () => {
    expect(read(`${TITLE}\n\nhttps://tidings.example/pier.jpg\n\n${BODY}`).meta).not.toHaveProperty('url');
    expect(read(`${TITLE}\n\n${BODY}\n\nhttps://tidings.example/other\n\n${BODY_DE}`).meta).not.toHaveProperty('url');
  });
});

test('no moved line holds prose', () => {
  const page = `${TITLE}\n\nBy Mira Holt, who has covered the harbour of Saltmere for this paper since the flood of 1998.\n\n${BODY}`;
  expect(read(page).moved).toEqual([`title: ${TITLE}`]);
});

test('an empty text has no metadata', () => {
  expect(read('')).toMatchObject({ meta: {}, findings: [] });
  expect(read('\n \n')).toMatchObject({ meta: {}, findings: [] });
});

test('German pages are read alike', () => {
  const title = 'Salzmoor schließt die alte Anlegestelle';
  const page = `Startseite\nNachrichten\nSport\n${title}\nStand: 14.03.2021, 08:15 Uhr\nVon: Eva Rieger\n${BODY_DE}`;
  expect(read(page).meta).toMatchObject({
    title,
    date: '2021-03-14',
    updated: '2021-03-14T08:15:00',
    author: ['Eva Rieger'],
  });
});
