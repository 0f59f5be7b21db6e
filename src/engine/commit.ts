/**
 * Puts a finished run in place: journal, articles, records, and the manifest last, which is the commit point. A failure on
 * the way (a full disk, above all) is taken back whole.
 */
import { dirname, join } from 'node:path';
import { OutputError } from '../core/errors.ts';
import { removeEmptyFolder, removeFile, removeTree, syncFolder } from './disk.ts';
import { dropJournal, type JournalEntry, writeJournal } from './journal.ts';
import type { Layout } from './layout.ts';
import { Moves } from './moves.ts';
import { type Obsolete, OutView, type Wanted } from './present.ts';
import type { Previous } from './previous.ts';

export interface Placement extends Wanted {
  /** Where the article waits; nowhere in a dry run. */
  readonly staged: string;
}

/** A record file that waits at `staged` to go to `target`; the manifest is the last of the list. */
export interface RecordFile {
  readonly staged: string;
  readonly target: string;
}

export interface CommitPlan {
  readonly layout: Layout;
  readonly stage: string;
  readonly previous: Previous;
  readonly placements: readonly Placement[];
  /** Outputs of ours that nothing stands behind any more. */
  readonly removals: readonly Obsolete[];
  readonly records: readonly RecordFile[];
  readonly frontMatter: boolean;
  readonly force: boolean;
}

export interface Examined {
  readonly fresh: readonly Placement[];
  readonly replaced: readonly Placement[];
  /** Outputs that a person changed and that stay. */
  readonly edited: readonly string[];
  /** Those that are replaced all the same, because it is forced. */
  readonly overwritten: readonly string[];
}

const MOST_NAMED = 20;

/** Throws `OutputError` if something that is not ours stands in the way; nothing was touched then. */
export function examinePlacements(plan: Omit<CommitPlan, 'stage' | 'records' | 'removals'>): Examined {
  const { previous, force } = plan;
  const view = new OutView(plan.layout.out);
  const fresh: Placement[] = [];
  const replaced: Placement[] = [];
  const edited: string[] = [];
  const overwritten: string[] = [];
  const foreign: string[] = [];
  for (const placement of plan.placements) {
    const { output } = placement;
    const claims = previous.claims.get(output);
    // Of a damaged manifest the rows of ours may be lost: when forced, what stands there may be ours, edited or foreign.
    const isUncertain = previous.damaged && force && claims === undefined;
    const present = view.look(placement, isUncertain ? new Set() : claims, plan.frontMatter);
    if (present === 'absent') fresh.push(placement);
    else if (present === 'ours' || (present === 'edited' && force)) replaced.push(placement);
    else if (present === 'edited') edited.push(output);
    else if (present === 'foreign') foreign.push(output);
    if (force && (present === 'edited' || (present === 'ours' && isUncertain))) overwritten.push(output);
  }
  if (foreign.length > 0) throw inTheWay(plan.layout.out, foreign);
  return { fresh, replaced, edited, overwritten };
}

function inTheWay(out: string, foreign: readonly string[]): OutputError {
  const named = foreign.slice(0, MOST_NAMED).map((path) => join(out, path));
  const rest = foreign.length > MOST_NAMED ? ` and ${foreign.length - MOST_NAMED} more` : '';
  return new OutputError(
    'in-the-way',
    `${named.join(', ')}${rest}: not written by clean-archive; move it away or choose another folder`,
  );
}

export function commit(plan: CommitPlan, { fresh, replaced }: Examined): { readonly edited: readonly string[] } {
  writeJournal(plan.stage, journalOf(plan, fresh, replaced));
  const moves = new Moves(plan.layout.out, plan.stage);
  try {
    for (const { output } of fresh) moves.prepare(output);
    for (const { staged, output } of fresh) moves.placeOutput(staged, output);
    for (const { staged, output } of replaced) moves.placeOutput(staged, output);
    for (const { staged, target } of plan.records.slice(0, -1)) moves.place(staged, target, target);
    syncFolder(plan.layout.state);
    const manifest = plan.records.at(-1);
    if (manifest !== undefined) moves.place(manifest.staged, manifest.target, manifest.target);
  } catch (error) {
    if (moves.takeBack()) dropJournal(plan.stage);
    throw error;
  } finally {
    moves.close();
  }
  syncFolder(plan.layout.own);
  return { edited: removeOutputs(plan) };
}

function journalOf(
  plan: CommitPlan,
  fresh: readonly Placement[],
  replaced: readonly Placement[],
): readonly JournalEntry[] {
  const removed = plan.removals.flatMap(({ output, hashes }) => [...hashes].map((hash) => ({ output, sha256: hash })));
  return [...fresh, ...replaced, ...removed];
}

/** After the commit, and only what still has the bytes we wrote, unless forced. Returns what a person changed meanwhile. */
function removeOutputs({ removals, layout, force }: CommitPlan): readonly string[] {
  const edited: string[] = [];
  const folders = new Set<string>();
  const view = new OutView(layout.out);
  for (const removal of removals) {
    const { output } = removal;
    const present = view.lookAtObsolete(removal);
    if (present === 'edited' && !force) edited.push(output);
    if (present === 'absent' || (present === 'edited' && !force)) continue;
    removeFile(join(layout.out, output));
    for (let folder = dirname(output); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) removeEmptyFolder(join(layout.out, folder));
  return edited;
}

/** Takes away this run's folder and those of runs before it that died. */
export function clearStages(stage: string, leftovers: readonly string[]): void {
  for (const folder of [...leftovers, stage]) removeTree(folder);
}
