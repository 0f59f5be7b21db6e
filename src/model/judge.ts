/** The model's votes on the lines of a document, as findings like those of the rules. */
import type { Block, BlockKind, Document, Finding, Level, SiteLines } from '../core/types.ts';
import { blockAt } from '../text/blocks.ts';
import { bestCut } from './cut.ts';
import { scoreRows } from './forest.ts';
import { reasonOf } from './reason.ts';
import type { SignalTable } from './signals.ts';
import { readSignals } from './table.ts';
import { type Votes, votesOf } from './votes.ts';
import { CALIBRATED, CALIBRATION_STEP, type Judge, type LineModel } from './weights.ts';

/** Where a document's lines come from: markup says of lists and quotations what text does not. */
type Input = 'text' | 'html';

/**
 * Chances in thousandths below which a line goes. Sentences are lost last; a list, code or a quotation is seldom chrome where
 * somebody set it off (of the list items of texts in wcxb-dev 31 % were lost at the limit of the others, 4 % at this one).
 */
const LIMITS: Readonly<Record<Input, Readonly<Record<Level, Readonly<Record<Form, number>>>>>> = {
  text: {
    gentle: { sentence: 25, block: 100, other: 150 },
    standard: { sentence: 148, block: 150, other: 500 },
    strict: { sentence: 360, block: 300, other: 650 },
  },
  html: {
    gentle: { sentence: 40, block: 150, other: 150 },
    standard: { sentence: 148, block: 500, other: 500 },
    strict: { sentence: 360, block: 650, other: 650 },
  },
};
const FORMS = ['other', 'sentence', 'block'] as const;
type Form = (typeof FORMS)[number];
const SENTENCE = FORMS.indexOf('sentence');
const BLOCK = FORMS.indexOf('block');
const SET_OFF: ReadonlySet<BlockKind | undefined> = new Set<BlockKind>(['list', 'code', 'quote']);
/** Surer than what the level asks for, less sure than a rule that drops the same line: its reason says more. */
const DROP: Readonly<Record<Level, number>> = { gentle: 0.905, standard: 0.65, strict: 0.5 };
/**
 * Surer than rules that go by the place of a line. Of lines that the model would keep and post headers or headlines after
 * the article would drop, 75 and 83 % are chrome (wcxb-dev, fundus, chinese): those rules are surer still.
 */
const KEEP = 0.855;
/** At this chance the line stays whatever a rule reads in its words. */
const PLAIN = 930;
/**
 * A sentence that the model would keep is surer than an end mark above it: of those 26 and 47 % are body at chances of 120 to
 * 300 and to 500 (texts of wcxb-dev, fundus, chinese). Rules that read markup know better.
 */
const LIKELY: Readonly<Record<Input, number>> = { text: 148, html: PLAIN };
const KEEP_LIKELY = 0.925;
const KEEP_PLAIN = 0.97;

const LONGEST_BETWEEN = 8;
const MOST_BETWEEN = 5;
/** Below this chance it is a label of the page. */
const LEAST_BETWEEN = 10;

const TOGETHER: ReadonlySet<BlockKind> = new Set(['wrapped', 'verse', 'code']);

const SENTENCE_TOKENS = 10;
const SENTENCE_LETTERS = 20;

/** What the model thinks of a document. */
export interface Opinion {
  /** One vote per full line, in runs. */
  votesAt(level: Level): readonly Finding[];
}

export function judgeByModel(doc: Document, findings: readonly Finding[], model: LineModel, site?: SiteLines): Opinion {
  const input = doc.source.format === 'html' ? 'html' : 'text';
  const judge = model[input];
  const votes = votesOf(doc.lines.count, findings);
  const table = readSignals(doc, votes, judge.lexicons, site);
  const chances = chancesOf(scoreRows(table, judge.forest), judge);
  const tokens = new Uint32Array(table.rows);
  for (let row = 0; row < tokens.length; row++) tokens[row] = doc.lines.tokens[table.lineOf[row] as number] as number;
  poolWrapped(doc, table, chances, tokens);
  const cut = bestCut(chances, tokens);
  const accused = accusedOf(table, votes);
  const forms = formsOf(doc, table);
  return { votesAt: (level) => findingsOf({ doc, input, table, chances, cut, judge, level, accused, forms }) };
}

function chancesOf(scores: Int32Array, { chances }: Judge): Uint16Array {
  const all = new Uint16Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const step = Math.floor((scores[row] as number) / CALIBRATION_STEP) + CALIBRATED / 2;
    all[row] = chances[Math.max(0, Math.min(CALIBRATED - 1, step))] as number;
  }
  return all;
}

/** The lines of a hard-wrapped paragraph go or stay together: each takes the mean chance of its words. */
function poolWrapped(doc: Document, { rows, lineOf }: SignalTable, chances: Uint16Array, tokens: Uint32Array): void {
  for (let first = 0; first < rows; ) {
    const number = doc.blockOf[lineOf[first] as number] as number;
    let last = first;
    if (number >= 0 && TOGETHER.has((doc.blocks[number] as Block).kind)) {
      while (last + 1 < rows && doc.blockOf[lineOf[last + 1] as number] === number) last++;
    }
    if (last > first) {
      let sum = 0;
      let words = 0;
      for (let row = first; row <= last; row++) {
        sum += (chances[row] as number) * (tokens[row] as number);
        words += tokens[row] as number;
      }
      if (words > 0) chances.fill(Math.floor(sum / words), first, last + 1);
    }
    first = last + 1;
  }
}

interface Ballot {
  readonly doc: Document;
  readonly input: Input;
  readonly table: SignalTable;
  readonly chances: Uint16Array;
  readonly cut: number;
  readonly judge: Judge;
  readonly level: Level;
  /** Per row the surest drop of the rules, in percent: if it is surer than ours its reason is the one that is told. */
  readonly accused: Uint8Array;
  /** Place in `FORMS` of each row. */
  readonly forms: Uint8Array;
}

const GO = 0;
const STAY = 1;
const STAY_LIKELY = 2;
const STAY_PLAINLY = 3;
const CONFIDENCE: readonly number[] = [0, KEEP, KEEP_LIKELY, KEEP_PLAIN];

/** One finding per run of neighbouring rows with the same vote. */
function findingsOf(ballot: Ballot): readonly Finding[] {
  const { table, chances } = ballot;
  const votes = new Uint8Array(table.rows);
  for (let row = 0; row < votes.length; row++) votes[row] = voteOf(ballot, row, chances[row] as number);
  keepBetween(ballot, votes);
  const findings: Finding[] = [];
  for (let first = 0; first < table.rows; ) {
    let last = first;
    while (last + 1 < table.rows && votes[last + 1] === votes[first] && isLike(ballot, last, votes[first])) last++;
    findings.push(
      votes[first] === GO ? dropOf(ballot, first, last) : keepOf(ballot, first, last, votes[first] as number),
    );
    first = last + 1;
  }
  return findings;
}

/**
 * A short line alone between two sentences of the article is a heading in 84 to 90 % (labelled sets), or a short sentence;
 * so are a few lines there that close like sentences: turns of an interview, an answer of two words.
 */
function keepBetween(ballot: Ballot, votes: Uint8Array): void {
  const { table, forms } = ballot;
  const anchors = (row: number): boolean => votes[row] !== GO && forms[row] === SENTENCE;
  for (let first = 1; first + 1 < table.rows; first++) {
    if (votes[first] !== GO || !anchors(first - 1)) continue;
    let last = first;
    while (last + 1 < table.rows && votes[last + 1] === GO && last - first < MOST_BETWEEN) last++;
    if (last - first === MOST_BETWEEN || last + 1 === table.rows || !anchors(last + 1)) continue;
    for (let row = first; row <= last; row++) if (fitsBetween(ballot, row, first === last)) votes[row] = STAY;
  }
}

function fitsBetween({ doc, table, chances }: Ballot, row: number, isAlone: boolean): boolean {
  if ((chances[row] as number) < LEAST_BETWEEN) return false;
  const line = table.lineOf[row] as number;
  return (isAlone && (doc.lines.tokens[line] as number) <= LONGEST_BETWEEN) || closes(doc, line);
}

function closes({ lines }: Document, line: number): boolean {
  const terminal = lines.terminal[line] as number;
  return (terminal >= 1 && terminal <= 4) || terminal === 7;
}

/** A drop that needs a reason of its own does not share one with a drop that has none. */
function isLike(ballot: Ballot, row: number, vote: number | undefined): boolean {
  return vote !== GO || isToldByRule(ballot, row) === isToldByRule(ballot, row + 1);
}

function isToldByRule({ accused, level }: Ballot, row: number): boolean {
  return (accused[row] as number) > DROP[level] * 100;
}

function accusedOf({ rows, lineOf }: SignalTable, { vocabulary, structure }: Votes): Uint8Array {
  const accused = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    accused[row] = Math.max(vocabulary[line] as number, structure[line] as number);
  }
  return accused;
}

function voteOf({ input, forms, cut, level }: Ballot, row: number, chance: number): number {
  const limits = LIMITS[input][level];
  const limit = level === 'strict' ? limits.other : Math.min(cut, limits.other);
  const form = FORMS[forms[row] as number] as Form;
  if (chance < Math.min(limit, limits[form])) return GO;
  if (chance >= PLAIN) return STAY_PLAINLY;
  return form === 'sentence' && chance >= LIKELY[input] ? STAY_LIKELY : STAY;
}

function dropOf(ballot: Ballot, first: number, last: number): Finding {
  const { table, chances, judge, level } = ballot;
  const chance = chances.subarray(first, last + 1).reduce((most, each) => Math.max(most, each), 0);
  const likely = `at most ${Math.max(1, Math.ceil(chance / 10))} % likely to be of the article`;
  return {
    rule: 'model/line',
    kind: 'chrome',
    action: 'drop',
    first: table.lineOf[first] as number,
    last: table.lineOf[last] as number,
    confidence: DROP[level],
    message: isToldByRule(ballot, first) ? likely : `${likely}, mostly for ${reasonOf(table, first, judge.forest)}`,
    evidence: { chance: chance / 1000 },
  };
}

function keepOf({ table }: Ballot, first: number, last: number, vote: number): Finding {
  return {
    rule: 'model/line',
    kind: 'moved',
    action: 'keep',
    first: table.lineOf[first] as number,
    last: table.lineOf[last] as number,
    confidence: CONFIDENCE[vote] as number,
    message: 'reads like the article',
  };
}

/** The place in `FORMS` of each row. */
function formsOf(doc: Document, { rows, lineOf }: SignalTable): Uint8Array {
  const forms = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const line = lineOf[row] as number;
    if (readsLikeSentence(doc, line)) forms[row] = SENTENCE;
    else if (SET_OFF.has(blockAt(doc, line)?.kind)) forms[row] = BLOCK;
  }
  return forms;
}

function readsLikeSentence(doc: Document, line: number): boolean {
  const tokens = doc.lines.tokens[line] as number;
  const isUnspaced = (doc.lines.letters[line] as number) < tokens * 2;
  return tokens >= (isUnspaced ? SENTENCE_LETTERS : SENTENCE_TOKENS) && closes(doc, line);
}
