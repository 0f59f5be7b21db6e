/** What weighed most in a verdict of the model, in words. */
import { type Forest, walkTrees } from './forest.ts';
import { GROUP_OF, type SignalGroup, type SignalTable, WIDTH } from './signals.ts';

const SAID: Readonly<Record<SignalGroup, string>> = {
  words: 'its words',
  shape: 'its form',
  place: 'where it stands',
  neighbours: 'the lines around it',
  rules: 'what the rules saw here',
  markup: 'its markup',
  site: 'the other pages of its site',
  page: 'the kind of page',
};

const GROUPS = Object.keys(SAID) as SignalGroup[];
const NUMBER_OF: readonly number[] = GROUP_OF.map((group) => GROUPS.indexOf(group));
const NEIGHBOURS = GROUPS.indexOf('neighbours');
/** Given up by the time a reason is told. */
const MOVED: Int32Array = new Int32Array(GROUPS.length);

/** The one or two groups of signals that moved the score of the row down most. */
export function reasonOf(table: SignalTable, row: number, forest: Forest): string {
  const moved = MOVED.fill(0);
  walkTrees(table, row, forest, (offset, by) => {
    const isOwn = offset >= 0 && offset < WIDTH;
    const group = isOwn ? (NUMBER_OF[offset] as number) : NEIGHBOURS;
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
  return SAID[GROUPS[group] as SignalGroup];
}
