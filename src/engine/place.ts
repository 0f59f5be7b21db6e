/** From the documents of a run to a new state of the output folder; a dry run goes as far as it can without writing. */
import { join } from 'node:path';
import type { RunReport } from '../report/run-report.ts';
import type { Articles } from './articles.ts';
import { clearStages, commit, type Examined, examinePlacements, type Placement } from './commit.ts';
import { type Departed, editedRows, obsoleteOutputs, type Staying } from './departed.ts';
import { renderArticle } from './documents.ts';
import { type Entry, headOf } from './entries.ts';
import { type LateArticle, writeLate } from './late.ts';
import { compareRows } from './manifest.ts';
import { findPassages, type Passages } from './passages.ts';
import { type Obsolete, readPlain } from './present.ts';
import type { Remembered } from './previous.ts';
import { writeRecords } from './record-files.ts';
import type { ReportFacts } from './reporting.ts';
import type { Result } from './results.ts';
import { articlesOf, type CleanedRun, reportOfRun, resultsIn, stopIfAborted } from './run-steps.ts';
import { settingsOf } from './settings.ts';
import { addResult, newTotals } from './totals.ts';
import type { Workspace } from './workspace.ts';

/** What a run is about to do to the output folder. */
interface Plan {
  readonly results: readonly Result[];
  readonly late: ReadonlyMap<string, LateArticle>;
  readonly placements: readonly Placement[];
  readonly examined: Examined;
  readonly staying: readonly Staying[];
  /** Articles of ours that nothing stands behind any more; those that a person changed are held, unless forced. */
  readonly removals: readonly Obsolete[];
  readonly changed: readonly Staying[];
}

export async function place(
  run: CleanedRun,
  workspace: Workspace,
  entries: readonly Entry[],
  departed: Departed,
): Promise<RunReport> {
  const { observer } = run;
  const plan = await planOf(run, workspace, entries, departed);
  const { results } = plan;
  const { stage } = workspace;
  if (stage !== undefined) observer({ phase: 'write', done: 0, total: results.length });
  const { totals, edited } =
    stage === undefined
      ? counted(results)
      : carryOut(run, workspace, stage, plan, await findPassages(results, run.request.reading));
  if (stage !== undefined) observer({ phase: 'write', done: results.length, total: results.length });
  return reportOfRun(run, { results, totals, ...factsOf(run, plan, departed, edited) });
}

async function planOf(
  run: CleanedRun,
  workspace: Workspace,
  entries: readonly Entry[],
  { staying, leaving }: Departed,
): Promise<Plan> {
  const { request } = run;
  const { layout, previous } = workspace;
  const { force, writing } = request;
  const articles = articlesOf(run);
  const { results, late } = await settle(run, workspace, entries, articles);
  const outputs = new Set(results.flatMap(({ outcome }) => (outcome.kind === 'written' ? [outcome.path] : [])));
  const stays = staying.filter(({ row }) => row.output !== undefined && !outputs.has(row.output));
  const obsolete = obsoleteOutputs(previous, outputs, stays);
  const changed = editedRows(obsolete, previous, leaving, layout.out);
  const held = new Set(force ? [] : outputsOf(changed));
  const placements = placementsOf(results, late, run, articles);
  const frontMatter = writing.to === 'md' && writing.frontMatter;
  return {
    results,
    late,
    placements,
    examined: examinePlacements({ layout, previous, placements, frontMatter, force }),
    staying: stays,
    removals: obsolete.filter(({ output }) => !held.has(output)),
    changed,
  };
}

interface Done {
  readonly totals: ReportFacts['totals'];
  /** Articles that a person changed while the run went on. */
  readonly edited: readonly string[];
}

function counted(results: readonly Result[]): Done {
  const totals = newTotals();
  for (const result of results) addResult(totals, result, headOf(result.entry));
  return { totals, edited: [] };
}

function carryOut(
  run: CleanedRun,
  { layout, previous }: Workspace,
  stage: string,
  plan: Plan,
  passages: Passages,
): Done {
  const { request, remembered } = run;
  const { results, late, removals, staying, changed, placements } = plan;
  const { force, writing } = request;
  const kept = [...staying, ...(force ? [] : changed)].sort((one, other) => compareRows(one.row, other.row));
  const removedOf = (id: string): ReturnType<Remembered['removedOf']> => remembered.removedOf(id);
  const settings = settingsOf(request);
  const { files, totals } = writeRecords({
    layout,
    stage,
    previous,
    settings,
    results,
    late,
    kept,
    removedOf,
    passages,
  });
  stopIfAborted(request);
  const frontMatter = writing.to === 'md' && writing.frontMatter;
  const commitment = { layout, stage, previous, placements, frontMatter, force, removals, records: files };
  const { edited } = commit(commitment, plan.examined);
  clearStages(stage, previous.leftovers);
  return { totals, edited };
}

function factsOf(
  { request }: CleanedRun,
  { results, late, examined, staying, removals, changed }: Plan,
  { leaving }: Departed,
  edited: readonly string[],
): Partial<ReportFacts> {
  const { force } = request;
  const removed = new Set(removals.map(({ output }) => output));
  const isAsBefore = ({ entry, outcome }: Result): boolean =>
    outcome.kind === 'written' && entry.row !== undefined && !late.has(entry.id);
  return {
    edited: examined.edited,
    overwritten: [...examined.overwritten, ...(force ? outputsOf(changed) : [])],
    superseded: [...(force ? [] : outputsOf(changed)), ...edited],
    pruned: leaving.flatMap(({ output = '' }) => (removed.has(output) ? [output] : [])),
    staying,
    asBefore: results.filter(isAsBefore).length,
  };
}

/** Outcomes, and the articles that had to be made for them. Inputs that change meanwhile start it anew without them. */
async function settle(
  run: CleanedRun,
  { stage }: Workspace,
  entries: readonly Entry[],
  articles: Articles,
): Promise<Pick<Plan, 'results' | 'late'>> {
  let current = entries;
  for (;;) {
    const results = await resultsIn(run, current, articles);
    const late = await writeLate(results, articles, run.request.writing, stage);
    if ('articles' in late) return { results, late: late.articles };
    current = late.changed;
  }
}

function placementsOf(
  results: readonly Result[],
  late: ReadonlyMap<string, LateArticle>,
  { request, workspace }: CleanedRun,
  articles: Articles,
): readonly Placement[] {
  const stage = workspace?.stage;
  return results.flatMap(({ entry, outcome, annotated, copyOf }) => {
    const own = late.get(entry.id);
    if (outcome.kind !== 'written' || (own === undefined && entry.row !== undefined)) return [];
    const staged = own === undefined ? join(stage ?? '', entry.staged ?? '') : (own.staged ?? '');
    const remade = (): Uint8Array =>
      Buffer.from(renderArticle(articles.remake(entry).article, request.writing, annotated ? copyOf?.kept : undefined));
    const ours = stage === undefined ? remade : (): Uint8Array => readPlain(staged);
    return [{ output: outcome.path, staged, sha256: own?.sha256 ?? headOf(entry)?.output_sha256 ?? '', ours }];
  });
}

function outputsOf(staying: readonly Staying[]): readonly string[] {
  return staying.flatMap(({ row }) => row.output ?? []);
}
