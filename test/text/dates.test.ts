import { describe, expect, test } from '@jest/globals';
import { isDateLabel, isDateLine, readDatedLine } from '../../src/text/date-line.ts';
import { orderOf, resolveOrder } from '../../src/text/date-order.ts';
import { dayNumber, findDates, isoDate, isoDateTime, weekdayOf } from '../../src/text/dates.ts';

/** All dates of a line, with clock and zone; open ones marked. */
function read(line: string): readonly string[] {
  return findDates(line).map((date) => `${isoDateTime(date, true)}${date.form === 'open' ? '?' : ''}`);
}

describe('named months', () => {
  test.each([
    ['Friday, March 6, 2009', '2009-03-06'],
    ['6 March 2009', '2009-03-06'],
    ['6th of March, 2009', '2009-03-06'],
    ['Mar. 6, 2009', '2009-03-06'],
    ['MARCH 6, 2009', '2009-03-06'],
    ['14-Mar-2021', '2021-03-14'],
    ["5 Mar '09", '2009-03-05'],
    ["5 Mar '98", '1998-03-05'],
    ['14. März 2021', '2021-03-14'],
    ['14 Maerz 2021', '2021-03-14'],
    ['3 mars 2021', '2021-03-03'],
    ['1er mai 2020', '2020-05-01'],
    ['3 de marzo de 2021', '2021-03-03'],
    ['Il 14 marzo 2021', '2021-03-14'],
    ['1º de maio de 2020', '2020-05-01'],
    ['Segunda-feira, 4 de maio de 2020', '2020-05-04'],
    ['zondag 14 maart 2021', '2021-03-14'],
    ['14 marca 2021', '2021-03-14'],
    ['14 марта 2021 г.', '2021-03-14'],
    ['14 березня 2021 р.', '2021-03-14'],
    ['söndag den 14 mars 2021', '2021-03-14'],
    ['14. marts 2021', '2021-03-14'],
    ['14. desember 2021', '2021-12-14'],
    ['14. maaliskuuta 2021', '2021-03-14'],
    ['14. března 2021', '2021-03-14'],
    ['2021. március 14.', '2021-03-14'],
    ['14 martie 2021', '2021-03-14'],
    ['14 Mart 2021 Pazar', '2021-03-14'],
    ['5 NİSAN 2021', '2021-04-05'],
    ['Κυριακή, 14 Μαρτίου 2021', '2021-03-14'],
    ['Minggu, 14 Maret 2021', '2021-03-14'],
    ["14 d'abril de 2021", '2021-04-14'],
    ['14 de març del 2021', '2021-03-14'],
  ])('%s is read', (line, day) => {
    expect(findDates(line).map(isoDate)).toEqual([day]);
  });

  test('accents written as combining marks change nothing', () => {
    expect(read('14. Ma\u0308rz 2021')).toEqual(['2021-03-14']);
  });
});

describe('numeric dates', () => {
  test.each([
    ['2021-03-14', '2021-03-14'],
    ['2021/3/14', '2021-03-14'],
    ['2021年3月14日', '2021-03-14'],
    ['２０２１年３月１４日（日）', '2021-03-14'],
    ['2021년 3월 14일', '2021-03-14'],
    ['2021. 3. 14.', '2021-03-14'],
    ['14.03.2021', '2021-03-14'],
    ['14. 3. 2021', '2021-03-14'],
    ['10-24-2007', '2007-10-24'],
    ['12/25/2020', '2020-12-25'],
    ['03/03/2009', '2009-03-03'],
  ])('%s is read', (line, day) => {
    expect(read(line)).toEqual([day]);
  });

  test('day and month that cannot be told apart are open', () => {
    expect(read('03/04/2009')).toEqual(['2009-04-03?']);
    expect(findDates('03/04/2009')[0]?.form).toBe('open');
  });

  test('a named weekday decides between them', () => {
    expect(read('Wednesday, 03/04/2009')).toEqual(['2009-03-04']);
    expect(read('Friday 03/04/2009')).toEqual(['2009-04-03']);
  });
});

describe('clocks and zones', () => {
  test.each([
    ['10-24-2007, 08:37 AM', '2007-10-24T08:37:00'],
    ['Thu, 05 Mar 2009 22:24:36 GMT', '2009-03-05T22:24:36Z'],
    ['Page last updated at 15:58 GMT, Tuesday, 3 March 2009', '2009-03-03T15:58:00Z'],
    ['14.03.2021, 08:15 Uhr', '2021-03-14T08:15:00'],
    ['3 mars 2021 à 08h15', '2021-03-03T08:15:00'],
    ['1º de maio de 2020 às 8h', '2020-05-01T08:00:00'],
    ['14. marts 2021 kl. 08.15', '2021-03-14T08:15:00'],
    ['14 marzo 2021 alle ore 8.15', '2021-03-14T08:15:00'],
    ['2021年3月14日 下午3:10', '2021-03-14T15:10:00'],
    ['2021年3月14日08:15', '2021-03-14T08:15:00'],
    ['14.03.21 um 08:15 Uhr', '2021-03-14T08:15:00'],
    ['Published Sun, Mar 14 20218:15 AM EDT', '2021-03-14T08:15:00-04:00'],
    ['March 14, 202111:15 AM', '2021-03-14T11:15:00'],
    ['2021년 3월 14일 오전 8시 5분', '2021-03-14T08:05:00'],
    ['2021年3月14日(日) 8時15分', '2021-03-14T08:15:00'],
    ['2009-03-03T15:58:00Z', '2009-03-03T15:58:00Z'],
    ['2009-03-03T15:58:00.123+02:00', '2009-03-03T15:58:00+02:00'],
    ['2009-03-03 15:58:00 +0530', '2009-03-03T15:58:00+05:30'],
    ['20090303T155800Z', '2009-03-03T15:58:00Z'],
    ['Thu Mar  5 22:24:36 GMT 2009', '2009-03-05T22:24:36Z'],
    ['1:15 PM EDT, Thu March 5, 2009', '2009-03-05T13:15:00-04:00'],
    ['March 5, 2009 10:24 p.m. ET', '2009-03-05T22:24:00'],
    ['5 June 2009, 17:58 BST', '2009-06-05T17:58:00+01:00'],
    ['5 January 2009, 17:58 BST', '2009-01-05T17:58:00'],
    ['4 January 2009, 17:58 IST', '2009-01-04T17:58:00'],
    ['March 5, 2009, 12 a.m.', '2009-03-05T00:00:00'],
    ['Mar 5, 2009 08:15 - 10:00', '2009-03-05T08:15:00'],
  ])('%s keeps its clock', (line, value) => {
    expect(read(line)).toEqual([value]);
  });

  test('the stretch of the line covers weekday, clock and zone', () => {
    const line = 'Updated at 15:58 GMT, Tuesday, 3 March 2009 | Desk';
    const [date] = findDates(line);
    expect(line.slice(date?.start, date?.end)).toBe('15:58 GMT, Tuesday, 3 March 2009');
  });

  test('a clock without a stated zone gets none', () => {
    const [date] = findDates('14.03.2021, 08:15 Uhr');
    expect(date && 'zone' in date).toBe(false);
    expect(date && isoDateTime(date, false)).toBe('2021-03-14T08:15:00');
  });
});

describe('what is no certain date', () => {
  test.each([
    'March 2009',
    'In March 2009 12 people left.',
    'Monday, 3 March 2009',
    '30 February 2009',
    '29.02.2021',
    '31/04/2009',
    '12/13/14',
    '5 March 09',
    "5 Mar '39",
    '14.03.21',
    '10-12 March 2009',
    'March 10-12, 2009',
    '28 February - 2 March 2009',
    '1 January 1899',
    '1 January 2100',
    'version v1.2.2009',
    '192.168.1.2009',
    '1.2.2009.4',
    'https://paper.example/2021/03/14/slug',
    'Copyright 1999-2009',
    'call 555-12-2009',
    '20210314',
    'two hours ago',
    'may 2009 be better',
    '14:03:2021',
  ])('%s', (line) => {
    expect(read(line)).toEqual([]);
  });

  test('a line longer than 300 units', () => {
    expect(read(`6 March 2009${' and on'.repeat(50)}`)).toEqual([]);
  });
});

test('dates glued by flattened markup come apart', () => {
  expect(read('Posted on June 29, 2020November 12, 2021')).toEqual(['2020-06-29', '2021-11-12']);
  expect(read('By Mira HoltPublished: Jan 29, 2025')).toEqual(['2025-01-29']);
});

test('the 29th of February stands in leap years only', () => {
  expect(read('29 February 2000')).toEqual(['2000-02-29']);
  expect(read('29 February 1900')).toEqual([]);
});

test('weekdays and day numbers agree with the calendar over two centuries', () => {
  for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2100, 0, 1); time += 37 * 86_400_000) {
    const day = new Date(time);
    const parts = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()] as const;
    expect([weekdayOf(...parts), dayNumber(...parts)]).toEqual([day.getUTCDay(), time / 86_400_000]);
  }
});

test('long digit and separator runs are read in linear time', () => {
  const lines = [
    '1-'.repeat(150),
    '2009 '.repeat(60),
    "'09 ".repeat(75),
    '1/2/2009/'.repeat(33),
    '12:'.repeat(99),
    '2009年1月'.repeat(40),
  ];
  const start = performance.now();
  for (let round = 0; round < 100; round++) for (const line of lines) findDates(line);
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('the order of day and month', () => {
  const dates = (...lines: string[]): ReturnType<typeof findDates> => lines.flatMap(findDates);

  test('is decided by a date of the page with a part above 12', () => {
    const all = dates('03/04/2009', '25/12/2008');
    expect(resolveOrder(all, orderOf(all, '')).map(isoDate)).toEqual(['2009-04-03', '2008-12-25']);
    const american = dates('03/04/2009', '12/25/2008');
    expect(resolveOrder(american, orderOf(american, 'de')).map(isoDate)).toEqual(['2009-03-04', '2008-12-25']);
  });

  test('is decided by a certain date of the page that one reading equals', () => {
    expect(orderOf(dates('03/04/2009', 'March 4, 2009'), 'en')).toBe('mdy');
  });

  test('is decided by a language that knows only one', () => {
    expect(orderOf(dates('03/04/2009'), 'de')).toBe('dmy');
    expect(orderOf(dates('03/04/2009'), 'pt-BR')).toBe('dmy');
  });

  test('stays open where the page contradicts itself or nothing speaks, and the date is left out', () => {
    expect(orderOf(dates('03/04/2009', '25/12/2008', '12/25/2008'), 'de')).toBe('');
    const open = dates('03/04/2009');
    expect(resolveOrder(open, orderOf(open, 'en'))).toEqual([]);
  });
});

describe('lines of dates', () => {
  test.each([
    'Friday, March 6, 2009',
    'Published: 14 March 2021, 08:15',
    'Page last updated at 15:58 GMT, Tuesday, 3 March 2009',
    'Stand: 14.03.2021, 08:15 Uhr',
    'Publié le 3 mars 2021 à 08h15 | Mis à jour le 4 mars 2021',
    '发布时间：2021-03-14 08:15',
    'Опубликовано 14 марта 2021 г. в 08:15',
    'Posted on June 29, 2020November 12, 2021',
  ])('%s is nothing else', (line) => {
    expect(isDateLine(line)).toBe(true);
  });

  test.each([
    'On March 6, 2009 the ferry sank',
    'Harbour fair 6 March 2009',
    '6 March 2009 | Coast Wire',
    'Published',
    'March 2009',
  ])('%s is something else', (line) => {
    expect(isDateLine(line)).toBe(false);
  });

  test('each date has the label before it', () => {
    const { dates } = readDatedLine('Published Oct 10, 2023 - [Updated Dec 3, 2025]');
    expect(dates.map(({ label }) => label)).toEqual(['published', 'updated']);
  });

  test('what is left is neither date nor label', () => {
    expect(readDatedLine('Thu, 05 Mar 2009 22:24:36 GMT | Coast Wire').rest).toEqual(['Coast Wire']);
    expect(readDatedLine('By Mira HoltPublished: Jan 29, 2025').rest).toEqual(['By Mira Holt']);
    expect(readDatedLine('Posted by Ole Brandt Jr. on 14.03.2021').rest).toEqual(['by Ole Brandt Jr.']);
  });

  test('a label alone is told from other words', () => {
    expect(['Last updated:', 'Zuletzt aktualisiert am', '发布时间：', 'Published'].every(isDateLabel)).toBe(true);
    expect(['Published works', 'the last', 'News'].some(isDateLabel)).toBe(false);
  });
});
