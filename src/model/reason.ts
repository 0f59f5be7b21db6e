/** What weighed most in a verdict of the model, in words. */
import { type Forest, walkTrees } from './forest.ts';
import { SIGNALS, type Signal, type SignalTable, WIDTH } from './signals.ts';

const GROUPS = ['words', 'shape', 'place', 'neighbours', 'rules', 'markup', 'site', 'page'] as const;
type Group = (typeof GROUPS)[number];

const MEMBERS: Readonly<Record<Exclude<Group, 'shape'>, readonly Signal[]>> = {
  words: ['lexicon', 'topic', 'topicLead', 'topicMain'],
  place: [
    'place',
    'fromStart',
    'fromEnd',
    'massBefore',
    'span',
    'spanRow',
    'gapBefore',
    'gapAfter',
    'equals',
    'openings',
    'closings',
  ],
  neighbours: [
    'sentenceBefore',
    'sentenceAfter',
    'shortRun',
    'headlineRun',
    'mass5',
    'mass15',
    'mass5Before',
    'mass5After',
    'lexicon3Before',
    'lexicon3After',
    'lexicon5',
    'lexicon15',
    'topic3',
    'segmentMass',
    'segmentRank',
    'segmentGap',
    'segmentRows',
    'segmentLexicon',
  ],
  rules: ['vocabulary', 'structure', 'judge', 'kept', 'judged5', 'judged15'],
  markup: ['links', 'region', 'block', 'stated', 'statedSpan', 'statedShare'],
  site: ['site', 'site5', 'site15', 'sitePages'],
  page: ['docLines', 'docTokens', 'docMassShare', 'docBlankShare', 'docLexicon', 'docShortShare', 'docStopShare'],
};
const NEIGHBOURS = GROUPS.indexOf('neighbours');
const GROUP_OF: readonly number[] = SIGNALS.map(groupOf);
const SAID: Readonly<Record<Group, string>> = {
  words: 'its words',
  shape: 'its form',
  place: 'where it stands',
  neighbours: 'the lines around it',
  rules: 'what the rules saw here',
  markup: 'its markup',
  site: 'the other pages of its site',
  page: 'the kind of page',
};

/** Given up by the time a reason is told. */
const MOVED: Int32Array = new Int32Array(GROUPS.length);

/** The one or two groups of signals that moved the score of the row down most. */
export function reasonOf(table: SignalTable, row: number, forest: Forest): string {
  const moved = MOVED.fill(0);
  walkTrees(table, row, forest, (offset, by) => {
    const isOwn = offset >= 0 && offset < WIDTH;
    const group = isOwn ? (GROUP_OF[offset] as number) : NEIGHBOURS;
    moved[group] = (moved[group] as number) + by;
  });
  const first = lowest(moved, -1);
  if (first < 0) return 'pages like this one hold little else';
  const second = lowest(moved, first);
  return second < 0 ? saidOf(first) : `${saidOf(first)} and ${saidOf(second)}`;
}

/** The first group, but for one, that moved the score down most; -1 if none moved it down. */
function lowest(moved: Int32Array, but: number): number {
  let found = -1;
  for (let group = 0; group < moved.length; group++) {
    const least = found < 0 ? 0 : (moved[found] as number);
    if (group !== but && (moved[group] as number) < least) found = group;
  }
  return found;
}

function saidOf(group: number): string {
  return SAID[GROUPS[group] as Group];
}

function groupOf(signal: Signal): number {
  for (const [group, members] of Object.entries(MEMBERS)) {
    if (members.includes(signal)) return GROUPS.indexOf(group as Group);
  }
  return GROUPS.indexOf('shape');
}
