import { describe, expect, test } from '@jest/globals';
import type { DocId, Document, Finding } from '../../src/core/types.ts';
import { findRepeats } from '../../src/repeat/find-repeats.ts';
import { makeDocument } from '../../src/text/document.ts';

const TITLE = 'Ferry Line Between Marrow Bay and the Outer Isles to Close for the Winter';
const LINK = 'http://news.harbourpost.example/regional/2011/ferry-4471.html';
const DAY = 'Wednesday, October 12, 2011';
const STORY: readonly string[] = [
  'MARROW BAY — The last car ferry to the outer isles will stop running at the end of October, the harbour board said on Tuesday, because the operator could not find a crew for the winter.',
  'The board had hoped until last week that a smaller boat from the mainland would take over three crossings a day, but its owner withdrew after an inspection found rust in the hull.',
  '"We have looked at every boat between here and the strait," said Orla Penhallow, who chairs the board. "There is not one that could carry a lorry in a swell of two metres."',
  'About 640 people live on the isles all year round, and most of them depend on the ferry for food, fuel and the post, according to the parish council.',
  'Shopkeepers on the largest isle said they had begun to order flour, paraffin and medicine for four months, as their grandparents used to do before the pier was built.',
  'The council asked the coast guard to fly out patients in an emergency; a spokesman answered that helicopters would come when the weather allows it and not otherwise.',
  'A new ferry has been ordered from a yard in the north and should be ready in May, but the board has already postponed its delivery twice since the contract was signed.',
  'Fishermen offered to carry passengers on their own boats for a small fee, which the harbour master called brave, kind and against the law in equal parts.',
];

describe('the article pasted twice', () => {
  test('goes the second time, with its address and date, as one finding that names the first', () => {
    const copy = [LINK, DAY, ...STORY];
    const doc = read(['Quayside77', '10-13-2011, 07:22 PM', TITLE, ...copy, ...copy]);
    const [finding, ...others] = findRepeats(doc);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'repeat/run',
      kind: 'repeated',
      action: 'drop',
      first: 13,
      last: 22,
      confidence: 0.99,
      message: 'lines 14-23 repeat lines 4-13',
      evidence: { first: 3, last: 12, same: 100 },
    });
  });

  test('goes with blank lines between its paragraphs', () => {
    const doc = read([TITLE, '', ...spread(STORY), TITLE, '', ...spread(STORY)]);
    expect(wordsLeft(doc)).toEqual(wordsLeft(read([TITLE, ...STORY])));
    expect(findRepeats(doc)).toHaveLength(1);
  });

  test('goes with other quotes, dashes and spacing', () => {
    const typed = STORY.map((line) =>
      line
        .replace(/"([^"]*)"/g, '\u201c$1\u201d')
        .replaceAll(' — ', ' -- ')
        .replaceAll(', ', ',  '),
    );
    expect(gone(read([TITLE, ...STORY, TITLE, ...typed]))).toEqual(range(9, 18));
  });

  test('goes when its accents and ligatures are written with other code points', () => {
    const story = STORY.map((line) => line.replaceAll('winter', 'hivér').replaceAll('first', 'prémier'));
    const typed = story.map((line) => line.normalize('NFD').replaceAll('fi', '\ufb01'));
    expect(gone(read([TITLE, ...story, TITLE, ...typed]))).toEqual(range(9, 18));
  });

  test('goes when it is hard-wrapped the second time', () => {
    const wrapped = STORY.flatMap((line) => [...wrap(line, 60), '']);
    expect(wordsLeft(read([TITLE, ...STORY, '', TITLE, '', ...wrapped]))).toEqual(wordsLeft(read([TITLE, ...STORY])));
  });

  test('goes when it was hard-wrapped the first time', () => {
    const first = [TITLE, '', ...STORY.flatMap((line) => [...wrap(line, 60), ''])];
    expect(gone(read([...first, TITLE, ...STORY]))).toEqual(range(first.length, first.length + 9));
  });

  test('goes when its paragraphs are joined or split at sentences', () => {
    const joined = [STORY.slice(0, 3).join(' '), STORY.slice(3, 5).join(' '), STORY.slice(5).join(' ')];
    expect(gone(read([TITLE, ...STORY, TITLE, ...joined]))).toEqual(range(9, 13));
    const split = STORY.flatMap((line) => line.split(/(?<=[."]) (?=[A-Z"])/));
    expect(split.length).toBeGreaterThan(STORY.length);
    expect(gone(read([TITLE, ...STORY, TITLE, ...split]))).toEqual(range(9, 10 + split.length));
  });

  test('goes with a few words changed in its paragraphs, and the message says so', () => {
    const typed = edit({
      stop: 'cease',
      'hoped until': 'hopd untill',
      'every boat': 'each boat',
      'and most of them': 'and them most of',
      'begun to order': 'begun order',
      postponed: 'put off',
    });
    const [finding, ...others] = findRepeats(read([TITLE, ...STORY, TITLE, ...typed]));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'repeat/passage', first: 9, last: 17 });
    expect(finding?.message).toBe('lines 10-18 repeat lines 1-9, a few words changed');
  });

  test('goes with one figure changed, as a copy typed again', () => {
    expect(gone(read([TITLE, ...STORY, TITLE, ...edit({ '640': '650' })]))).toEqual(range(9, 18));
  });

  test('goes although paragraphs were cut from it', () => {
    const cut = STORY.filter((_, at) => at !== 2 && at !== 5);
    expect(gone(read([TITLE, ...STORY, TITLE, ...cut]))).toEqual(range(9, 16));
  });

  test('goes from around a new paragraph, which stays', () => {
    const fresh =
      'UPDATE: The operator now says that it may lend a landing craft to the isles from Saturday if the swell drops below one metre.';
    const doc = read([TITLE, ...STORY, TITLE, ...STORY.slice(0, 4), fresh, ...STORY.slice(4)]);
    expect(gone(doc)).toEqual([...range(9, 14), ...range(15, 19)]);
    expect(findRepeats(doc).map(({ message }) => message)).toEqual([
      'lines 10-14 repeat lines 1-5',
      'lines 16-19 repeat lines 6-9',
    ]);
  });

  test('goes with its headline and date in another order', () => {
    expect(gone(read([DAY, TITLE, ...STORY, TITLE, DAY, ...STORY]))).toEqual(range(10, 20));
  });

  test('goes every time but the first', () => {
    const doc = read([TITLE, ...STORY, TITLE, ...STORY, TITLE, ...STORY]);
    expect(findRepeats(doc).map(({ message }) => message)).toEqual(['lines 10-27 repeat lines 1-9']);
  });

  test('goes even if it is a poem', () => {
    const poem = [
      'The tide was as grey as a kettle,',
      'And the gulls had a word of their own,',
      'And the rope ran away with the anchor,',
      'And the wind had the sound of a stone.',
      '',
      'The night was as long as a ladder,',
      'And the lamp had a moth for a friend,',
      'And the boat was as small as a button,',
      'And the sea had no middle or end.',
      '',
    ];
    expect(gone(read([...poem, ...poem]))).toEqual([10, 11, 12, 13, 15, 16, 17, 18]);
  });

  test('goes in a script without spaces', () => {
    const story = [
      '港口管理局星期二说，通往外岛的最后一班汽车渡轮将在十月底停航，因为船东找不到过冬的船员。',
      '管理局原本希望一艘较小的船每天跑三个来回，可是检查发现船底生锈，船主只好作罢。',
      '岛上常年住着六百多人，粮食、燃料和信件大多要靠渡轮运送，镇公所这样告诉记者。',
      '店家已经开始订购四个月的面粉和药品，就像码头建成以前他们的祖父母那样。',
    ];
    expect(gone(read([...story, ...story]))).toEqual(range(4, 8));
  });
});

describe('what a copy says for the first time stays', () => {
  const line = STORY[3] as string;
  const long = `${STORY[4] as string} ${STORY[5] as string} ${STORY[6] as string}`;

  test.each([
    ['a figure', line.replace('640', '655')],
    ['a name', line.replace('ferry', 'Skerry Queen')],
    ['a negation', line.replace('depend', 'do not depend')],
  ])('%s in a line that else was there before', (_, changed) => {
    expect(findRepeats(read([TITLE, ...STORY, 'The parish later sent a correction to the paper.', changed]))).toEqual(
      [],
    );
  });

  test.each([
    ['a figure', long.replace('four months', '4 months')],
    ['a negation', long.replace('had begun', 'had not begun')],
    ['a lost negation', long.replace('and not otherwise', 'and otherwise')],
    ['a figure in letters', long.replace('four months', 'fourteen months')],
    ['another word', long.replace('largest', 'smallest')],
  ])('%s in a long paragraph by itself', (_, changed) => {
    expect(findRepeats(read([long, 'The paper printed this on Thursday and then this on Friday.', changed]))).toEqual(
      [],
    );
  });

  test('the full lead after its own teaser', () => {
    const lead = STORY[0] as string;
    const teaser = lead.slice(0, lead.lastIndexOf(', because'));
    expect(findRepeats(read([TITLE, teaser, DAY, ...STORY]))).toEqual([]);
    expect(findRepeats(read([TITLE, lead.slice('MARROW BAY — '.length), DAY, ...STORY]))).toEqual([]);
  });

  test('notices made from one template', () => {
    const notice = (place: string, day: string, hours: number): readonly string[] => [
      `Water will be turned off in ${place}`,
      `Residents of ${place} are asked to fill bottles before work on the mains begins on ${day} at eight in the morning.`,
      `The water works expect that the work will take ${hours} hours and ask everybody to keep the taps closed until a siren sounds.`,
      `Whoever needs help with carrying water may call the office in ${place} before ${day}, and a volunteer will come by.`,
    ];
    const doc = read([
      ...notice('Upper Tollan', 'Monday', 6),
      ...notice('Weir Street', 'Tuesday', 9),
      ...notice('Old Mint', 'Friday', 4),
    ]);
    expect(findRepeats(doc)).toEqual([]);
  });
});

describe('what repeats by nature stays', () => {
  test('refrains and whole stanzas of a poem', () => {
    const refrain = [
      'O carry me over the water,',
      'O carry me home to the shore,',
      'For the lamps of the harbour are burning,',
      'And I am a stranger no more.',
    ];
    const stanza = (first: string): readonly string[] => [
      first,
      'And the gulls had a word of their own,',
      'And the rope ran away with the anchor,',
      'And the wind had the sound of a stone.',
    ];
    const doc = read([
      ...stanza('The tide was as grey as a kettle,'),
      '',
      ...refrain,
      '',
      ...stanza('The night was as long as a ladder,'),
      '',
      ...refrain,
    ]);
    expect(findRepeats(doc)).toEqual([]);
  });

  test('the chorus of a song without stops', () => {
    const chorus = [
      'Come down to the river where the willow grows',
      'Come down where nobody in the village goes',
      'We will sing of the summer and the long way home',
    ];
    const doc = read([
      'I was only a boy when the mill wheel stood',
      ...chorus,
      '',
      'I was twenty and one when they sold the wood',
      ...chorus,
    ]);
    expect(findRepeats(doc)).toEqual([]);
  });

  test('turns and formulas of a hearing', () => {
    const doc = read([
      'Transcript of the hearing on the harbour dues',
      'THE CHAIR: Thank you.',
      `MS. TREVANION: ${STORY[1] as string}`,
      'THE CHAIR: Do you remember the date of that meeting?',
      '(Applause.)',
      'THE CHAIR: Thank you.',
      `MR. OSTLER: ${STORY[4] as string}`,
      'THE CHAIR: Do you remember the date of that meeting?',
      '(Applause.)',
      'THE CHAIR: Thank you.',
      `MR. QUILL: ${STORY[7] as string}`,
      'THE CHAIR: Do you remember the date of that meeting?',
      '(Applause.)',
    ]);
    expect(findRepeats(doc)).toEqual([]);
  });

  test('dialogue', () => {
    const doc = read([
      STORY[0] as string,
      '"I do not know what you mean."',
      STORY[1] as string,
      '"I do not know what you mean."',
      STORY[4] as string,
    ]);
    expect(findRepeats(doc)).toEqual([]);
  });

  test('rows, items and code', () => {
    const table = [
      '| Harbour | first boat of the day | last boat of the day |',
      '| Marrow Bay | 06:10 from the old pier | 21:40 from the new pier |',
    ];
    const list = [
      '- Bring a warm coat and a good torch.',
      '- Leave the key under the blue flower pot.',
      '- Lock the boat house before the tide turns.',
    ];
    const code = [
      'const tide = readTide(harbour, day);',
      'if (tide.height > pier.height) {',
      '  ring(bell, { times: 3 });',
      '}',
    ];
    for (const block of [table, list, code]) {
      const doc = read([
        STORY[0] as string,
        '',
        ...block,
        '',
        STORY[1] as string,
        '',
        ...block,
        '',
        STORY[4] as string,
      ]);
      expect(findRepeats(doc)).toEqual([]);
    }
  });

  test('lines of fewer than six words', () => {
    expect(
      findRepeats(read([STORY[0] as string, 'Nobody came to help.', STORY[1] as string, 'Nobody came to help.'])),
    ).toEqual([]);
  });

  test('headings that a table of contents announced', () => {
    const heads = [
      'Who will bring food to the isles this winter?',
      'What the new ferry is going to cost the parish',
      'How to reach the isles by fishing boat',
    ];
    const doc = read([
      TITLE,
      ...heads,
      STORY[0] as string,
      heads[0] as string,
      STORY[3] as string,
      heads[1] as string,
      STORY[6] as string,
      heads[2] as string,
      STORY[7] as string,
    ]);
    expect(findRepeats(doc)).toEqual([]);
  });

  test('a note under every entry of a list', () => {
    const note = 'This crossing can be booked in the harbour office.';
    const doc = read(STORY.slice(0, 5).flatMap((line) => [line, note]));
    expect(findRepeats(doc)).toEqual([]);
  });

  test('half a hard-wrapped paragraph that goes on in another way', () => {
    const start =
      'The board had hoped until last week that a smaller boat from the mainland would take over three crossings a day';
    const doc = read([
      ...wrap(`${start}, but its owner withdrew at once.`, 56),
      '',
      ...wrap(STORY[4] as string, 56),
      '',
      ...wrap(`${start} while nobody had asked its owner.`, 56),
    ]);
    expect(findRepeats(doc)).toEqual([]);
  });
});

describe('single repeats', () => {
  test('a sentence printed again goes', () => {
    const doc = read([TITLE, ...STORY, 'Letters to the editor are welcome until Monday.', STORY[3] as string]);
    expect(findRepeats(doc)).toMatchObject([
      { rule: 'repeat/line', first: 10, last: 10, message: 'line 11 repeats line 5' },
    ]);
  });

  test('a short one goes with less confidence than a long one', () => {
    const short = 'The pier was built by volunteers.';
    const [first, second] = findRepeats(
      read([short, STORY[0] as string, STORY[1] as string, short, STORY[4] as string, STORY[0] as string]),
    );
    expect(first?.first).toBe(3);
    expect(first?.confidence).toBeLessThan(second?.confidence ?? 0);
  });

  test('a sentence that follows itself goes each time', () => {
    const line = STORY[7] as string;
    expect(gone(read([TITLE, line, line, line, line, STORY[0] as string]))).toEqual([2, 3, 4]);
  });

  test('a quoted post goes, the answer stays', () => {
    const doc = read([
      'petrel_9',
      ...STORY.slice(0, 3),
      'gannet',
      'petrel_9 wrote:',
      ...STORY.slice(0, 3).map((line) => `> ${line}`),
      'My cousin has a boat that might do.',
    ]);
    expect(gone(doc)).toEqual([6, 7, 8]);
  });

  test('a quoted mail goes although its lines are broken anew', () => {
    const mail = STORY.slice(0, 4).flatMap((line) => [...wrap(line, 68), '']);
    const quote = wrap(STORY.slice(0, 4).join(' '), 60).map((line) => `> ${line}`);
    const doc = read([
      ...mail,
      'On Friday, Orla wrote:',
      '',
      ...quote,
      '',
      'I agree with all of this and will bring the keys.',
    ]);
    expect(gone(doc)).toEqual(range(mail.length + 2, mail.length + 2 + quote.length));
  });
});

test('a text without repeats gives nothing', () => {
  for (const text of ['', '\n\n \n', 'One line.', [TITLE, ...STORY].join('\n')])
    expect(findRepeats(read([text]))).toEqual([]);
});

function read(lines: readonly string[]): Document {
  const source = { path: 'a.txt', format: 'text', encoding: 'utf-8', bom: false, lineEnd: 'LF', bytes: 0 } as const;
  return makeDocument({ id: 'a.txt' as DocId, source, text: `${lines.join('\n')}\n` });
}

/** Zero-based numbers of the lines with text that go. */
function gone(doc: Document): readonly number[] {
  return findRepeats(doc).flatMap(({ first, last }: Finding) =>
    range(first, last + 1).filter((at) => doc.line(at) !== ''),
  );
}

function wordsLeft(doc: Document): readonly string[] {
  const out = new Set(gone(doc));
  return range(0, doc.lines.count)
    .filter((at) => !out.has(at))
    .flatMap((at) => doc.line(at).split(/\s+/))
    .filter((word) => word !== '');
}

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, at) => first + at);
}

function spread(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => [line, '']);
}

function edit(changes: Readonly<Record<string, string>>): readonly string[] {
  return STORY.map((line) =>
    Object.entries(changes).reduce((text, [before, after]) => text.replace(before, after), line),
  );
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
