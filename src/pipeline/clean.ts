/** Pass 2, CLEAN: one document in, one article out. Everything is a function of the arguments. */

import { judgeLines, showFurniture } from '../chrome/judge.ts';
import { RULES } from '../chrome/rules/index.ts';
import type { Rule } from '../core/contracts.ts';
import type { CleanArticle, Document, Finding, Level, MetaKey, SiteEvidence, Verdict } from '../core/types.ts';
import { type MetaView, readMetadata } from '../meta/index.ts';
import { judgeByModel } from '../model/judge.ts';
import type { LineModel } from '../model/weights.ts';
import { findRepeats } from '../repeat/find-repeats.ts';
import { findTemplate, recurringLines } from '../sites/recurring.ts';
import { blockAt } from '../text/blocks.ts';
import { decide } from '../verdict/decide.ts';
import { isDoubtful } from '../verdict/guard.ts';
import { findProtections, SENTENCE_CONFIDENCE } from '../verdict/protect.ts';
import { layOutBody } from './body.ts';
import { DROPPED_BY_CONFIG, findOwn, type OwnPatterns } from './own-patterns.ts';
import { countWords } from './words.ts';

/** Bumped when the same document may come out differently: results of another version are never reused. */
export const CLEAN_VERSION = 5;

/** A page of fewer words gives the model nothing to weigh a line against. */
const LEAST_WORDS = 12;

/** Just above the surest vote of the model. */
const SHELTERED = 0.906;

/** Markdown was written by a person or by us, never by a crawler: the model has learned nothing of it. */
const WRITTEN = 'markdown';

/** A drop of this confidence rests on what the line says; below it, on where the line stands, and titles stand there too. */
const CERTAIN = 0.9;

export type Extra = 'captions' | 'comments' | 'related';

export interface CleanOptions {
  readonly level: Level;
  /** What is kept although it is not the article. */
  readonly keep: ReadonlySet<Extra>;
  /** Trimmed texts of lines that a person restored in this document. */
  readonly restored: readonly string[];
  readonly rules: readonly Rule[];
  /** The learned line model; without it the rules judge alone. */
  readonly model?: LineModel;
  /** What the other pages of the site say; heard by the model, which alone can weigh it. */
  readonly site?: SiteEvidence;
  /** Rules of repeats that have no say; those of `rules` are just not among them. */
  readonly muted?: ReadonlySet<string>;
  /** What the user says of lines of this wording. */
  readonly own?: OwnPatterns;
}

export const DEFAULT_CLEANING: CleanOptions = { level: 'standard', keep: new Set(), restored: [], rules: RULES };

const KEPT_BY_EXTRA: Readonly<Record<Extra, (finding: Finding) => boolean>> = {
  captions: (finding) => finding.kind === 'caption',
  comments: (finding) => finding.rule === 'chrome/comments',
  related: (finding) => finding.kind === 'related',
};

export function cleanDocument(doc: Document, options: CleanOptions = DEFAULT_CLEANING): CleanArticle {
  const all = judgeLines(doc, options.rules);
  const level = levelFor(doc, all, options);
  const { rules, wanted } = partWanted(all, options);
  const own = findOwn(doc, options.own);
  const judged = [...repeatsOfKept(doc, [...rules, ...own.dropped], level, options), ...rules];
  const protections = findProtections(doc, judged);
  const votesAt = onceALevel(weighLines(doc, judged, protections, options));
  const restored = restorations(doc, options.restored);
  // A caption that is wanted is a caption all the same, and no title.
  const unasked = [...judged, ...votesAt(level), ...wanted, ...own.dropped];
  const { meta, findings: moves } = readMetadata(doc, viewOf(decide(doc, unasked, level), unasked));
  const findingsAt = (each: Level): readonly Finding[] => [
    ...judged,
    ...votesAt(each),
    ...wanted.map(kept),
    ...own.kept,
    ...own.dropped,
    ...restored,
    ...frontMatter(doc),
    ...moves,
    ...doc.notes,
  ];
  const asked = new Set([...linesOf(wanted), ...overruled([...own.kept, ...restored], all)]);
  const settle = (each: Level, doubtful: boolean): Settled => {
    const findings = findingsAt(each);
    return { findings, verdicts: decide(doc, findings, each), doubtful };
  };
  const first = settle(level, false);
  const doubtful = isDoubtfulResult(doc, first) || isDoubtfulByRules(doc, [...judged, ...protections], level, options);
  const settled = doubtful ? settle('gentle', true) : first;
  return articleOf({ doc, meta, ...settled, body: layOutBody(doc, settled.verdicts, asked) });
}

interface Settled {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly doubtful: boolean;
}

/**
 * An article with front matter was laid out by a person, or by us: where a line stands in it tells nothing against it. A page
 * without a line that says that it is furniture is most likely an article already.
 */
function levelFor({ source, blocks }: Document, findings: readonly Finding[], { level }: CleanOptions): Level {
  if (level !== 'standard') return level;
  const isArticle = source.format === WRITTEN && blocks.some(({ kind }) => kind === 'front-matter');
  return isArticle || !showFurniture(findings) ? 'gentle' : level;
}

function isDoubtfulResult(doc: Document, { verdicts, findings }: Omit<Settled, 'doubtful'>): boolean {
  return isDoubtful(doc, verdicts, ({ by }) => {
    const finding = findings[by];
    return finding?.kind === 'repeated' || finding?.rule === DROPPED_BY_CONFIG;
  });
}

/** Where the rules alone would leave next to nothing the page is of a kind that the model has seldom seen: songs, poems. */
function isDoubtfulByRules(
  doc: Document,
  findings: readonly Finding[],
  level: Level,
  { model }: CleanOptions,
): boolean {
  if (model === undefined) return false;
  return isDoubtfulResult(doc, { findings, verdicts: decide(doc, findings, level) });
}

/** What speaks besides the rules: the protections, or the model, which has heard them and knows better about sentences. */
function weighLines(
  doc: Document,
  judged: readonly Finding[],
  protections: readonly Finding[],
  { model, site }: CleanOptions,
): (level: Level) => readonly Finding[] {
  if (model === undefined || doc.source.format === WRITTEN || doc.words.count < LEAST_WORDS) return () => protections;
  const lines = site === undefined ? undefined : recurringLines(doc, site);
  const opinion = judgeByModel(doc, [...judged, ...protections], model, lines);
  const template = lines === undefined ? [] : findTemplate(lines);
  return (level) => {
    const votes = opinion.votesAt(level);
    return [...template, ...shelter(doc, [...judged, ...votes]), ...votes];
  };
}

/** A level is asked for its votes by metadata, by the result, and again where that is doubtful. */
function onceALevel(votesAt: (level: Level) => readonly Finding[]): (level: Level) => readonly Finding[] {
  const known = new Map<Level, readonly Finding[]>();
  return (level) => {
    const votes = known.get(level) ?? votesAt(level);
    known.set(level, votes);
    return votes;
  };
}

/** Verse, code, lists with a lead-in and lone subheads stay whatever the model thinks of their lines; of sentences it knows more. */
function shelter(doc: Document, accusing: readonly Finding[]): readonly Finding[] {
  const captions = accusing.filter(({ kind }) => kind === 'caption');
  return findProtections(doc, accusing, captions)
    .filter(({ first, confidence }) => confidence < SENTENCE_CONFIDENCE || isVerse(doc, first))
    .map((finding) => ({ ...finding, confidence: SHELTERED }));
}

function isVerse(doc: Document, line: number): boolean {
  return blockAt(doc, line)?.kind === 'verse';
}

interface Parted {
  readonly rules: readonly Finding[];
  readonly wanted: readonly Finding[];
}

function partWanted(all: readonly Finding[], { keep }: CleanOptions): Parted {
  if (keep.size === 0) return { rules: all, wanted: [] };
  const extras = [...keep];
  const isWanted = (finding: Finding): boolean => extras.some((extra) => KEPT_BY_EXTRA[extra](finding));
  return { rules: all.filter((finding) => !isWanted(finding)), wanted: all.filter(isWanted) };
}

/** What is wanted stays against judges that are no surer than the one who told what it is. */
function kept(finding: Finding): Finding {
  return { ...finding, action: 'keep', message: `${finding.message}: wanted` };
}

/** Repeats whose first copy stays. Where the rules take the first copy (a notice that is also quoted), the later one is all there is. */
function repeatsOfKept(
  doc: Document,
  rules: readonly Finding[],
  level: Level,
  { muted }: CleanOptions,
): readonly Finding[] {
  const all = findRepeats(doc);
  const repeats = muted === undefined ? all : all.filter(({ rule }) => !muted.has(rule));
  if (repeats.length === 0) return repeats;
  const verdicts = decide(doc, [...rules, ...findProtections(doc, rules)], level);
  return repeats.filter(({ evidence }) => {
    const { first, last } = evidence ?? {};
    if (typeof first !== 'number' || typeof last !== 'number') return true;
    return verdicts.slice(first, last + 1).some(({ fate }) => fate === 'kept');
  });
}

/** Lines a person put back stay whatever the judges say. */
function restorations(doc: Document, restored: readonly string[]): readonly Finding[] {
  if (restored.length === 0) return [];
  const wanted = new Set(restored);
  const findings: Finding[] = [];
  for (let at = 0; at < doc.lines.count; at++) {
    if (doc.lines.from[at] === doc.lines.end[at] || !wanted.has(doc.line(at))) continue;
    findings.push({
      rule: 'read/restored',
      kind: 'moved',
      action: 'keep',
      first: at,
      last: at,
      confidence: 1,
      message: 'restored by a person',
    });
  }
  return findings;
}

/** Front matter is metadata already, whoever wrote it. */
function frontMatter(doc: Document): readonly Finding[] {
  const fields = Object.keys(doc.hints) as MetaKey[];
  return doc.blocks
    .filter((block) => block.kind === 'front-matter')
    .map(
      ({ first, last }): Finding => ({
        rule: 'meta/front-matter',
        kind: 'moved',
        action: 'move',
        first,
        last,
        confidence: 1,
        message: 'front matter',
        fields,
      }),
    );
}

/** What metadata may look at: the lines that no judge is certain of, and where the body lies. */
function viewOf(verdicts: readonly Verdict[], findings: readonly Finding[]): MetaView {
  const kept = (verdict: Verdict): boolean => verdict.fate === 'kept';
  const taken = new Uint8Array(verdicts.length);
  for (let at = 0; at < taken.length; at++) {
    const { fate, by } = verdicts[at] as Verdict;
    if (fate === 'dropped' && (findings[by]?.confidence ?? 0) >= CERTAIN) taken[at] = 1;
  }
  return { taken, bodyFirst: verdicts.findIndex(kept), bodyLast: verdicts.findLastIndex(kept) };
}

/** Lines a person wants kept that a rule wants dropped. Repeats are no rule's finding: a subhead in one is still a subhead. */
function overruled(wanted: readonly Finding[], all: readonly Finding[]): readonly number[] {
  if (wanted.length === 0) return [];
  const dropped = linesOf(all.filter(({ action }) => action === 'drop'));
  return wanted.flatMap(({ first }) => (dropped.has(first) ? [first] : []));
}

function linesOf(findings: readonly Finding[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { first, last } of findings) for (let at = first; at <= last; at++) lines.add(at);
  return lines;
}

interface Judged extends Pick<CleanArticle, 'meta' | 'findings' | 'verdicts' | 'doubtful' | 'body'> {
  readonly doc: Document;
}

function articleOf({ doc, meta, findings, verdicts, doubtful, body }: Judged): CleanArticle {
  let words = 0;
  let wordsBefore = 0;
  verdicts.forEach((verdict, at) => {
    wordsBefore += doc.lines.tokens[at] as number;
    if (verdict.fate === 'kept') words += countWords(doc, at);
  });
  const lang = doc.lang === '' ? {} : { lang: doc.lang };
  return {
    id: doc.id,
    source: doc.source,
    meta: { ...lang, ...meta },
    body,
    words,
    wordsBefore,
    findings,
    verdicts,
    doubtful,
  };
}
