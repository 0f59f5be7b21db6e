/** A folder of articles: the run, its progress, its summary. */
import { isAbsolute, join, relative } from 'node:path';
import { InputError, UsageError } from '../../core/errors.ts';
import type { RunRequest } from '../../engine/request.ts';
import { runArchive } from '../../engine/run.ts';
import { escapeJson } from '../../report/escape.ts';
import { jsonLine } from '../../report/records.ts';
import type { ReportRow, RunReport } from '../../report/run-report.ts';
import { isTypable, shellWord } from '../../report/shell-word.ts';
import { renderSummary, type SummaryFacts } from '../../report/summary.ts';
import { EXIT, failureLine, troubleLine } from '../exit.ts';
import { inputList } from '../input-list.ts';
import { type ProgressLine, progressOf } from '../progress.ts';
import { hasFlag, type Session, screen, textOption } from '../session.ts';
import { formatOf, inputsOf, jobOf, selfOf } from '../settings.ts';
import { runStoppable } from '../stoppable.ts';
import { milliseconds } from '../world.ts';

/** Failures named on the screen; the manifest lists all. */
const FAILURES_SHOWN = 20;
const INPUTS_NAMED = 3;

export async function cleanFolder(
  session: Session,
  paths: readonly string[],
  out: string | undefined,
): Promise<number> {
  const { world, err } = session;
  if (formatOf(session) === 'jsonl')
    throw new UsageError('usage', '--to jsonl writes one stream: clean-archive INPUT... - --to jsonl > FILE');
  const start = milliseconds(world);
  const inputs = inputsOf(session, paths, await inputList(session));
  const progress = progressOf(session);
  return runStoppable(session, progress, async (signal) => {
    const request: RunRequest = {
      ...jobOf(session, inputs, 'md', signal),
      ...(out === undefined ? {} : { out }),
      dryRun: hasFlag(session, 'dryRun') || out === undefined,
      force: hasFlag(session, 'force'),
      prune: hasFlag(session, 'prune'),
      self: selfOf(session),
    };
    const report = await run(request, progress);
    progress.clear();
    const facts = factsOf(session, request, report, milliseconds(world) - start);
    if (!session.isQuiet && !hasFlag(session, 'json')) err.say(renderSummary(report, facts, screen(session, err)));
    sayTroubles(session, request, report);
    if (hasFlag(session, 'json')) await session.out.write(resultJson(session, report));
    const troubled = report.failed.length + report.edited.length + report.superseded.length;
    return troubled > 0 ? EXIT.someFailed : EXIT.done;
  });
}

/** With `--fail-fast` one unreadable input is a reason not to run at all. */
async function run(request: RunRequest, progress: ProgressLine): Promise<RunReport> {
  try {
    return await runArchive(request, progress.observe);
  } catch (error) {
    throw request.failFast && error instanceof InputError ? new UsageError(error.code, error.message, error) : error;
  }
}

function factsOf(session: Session, request: RunRequest, report: RunReport, elapsed: number): SummaryFacts {
  const { out } = request;
  return {
    from: inputsInWords(session, request),
    ...(out === undefined ? {} : { out: tidy(out) }),
    dryRun: request.dryRun,
    milliseconds: elapsed,
    verbose: session.isVerbose,
    explain: (row) => explainCommand(session, report, row),
    ...(out === undefined
      ? {
          write: `clean-archive ${[...request.inputs.paths.map(shellWord), listFlag(session)].filter((word) => word !== '').join(' ')} -o OUT`,
        }
      : {}),
  };
}

function inputsInWords(session: Session, { inputs }: RunRequest): string {
  const named = [
    ...inputs.paths.map(tidy),
    ...(inputs.filesFrom === undefined
      ? []
      : [
          `the list ${textOption(session, 'filesFrom') === '-' ? 'on stdin' : `in ${textOption(session, 'filesFrom')}`}`,
        ]),
  ];
  const more = named.length - INPUTS_NAMED;
  return more > 0 ? `${named.slice(0, INPUTS_NAMED).join(', ')} and ${more} more` : named.join(', ');
}

function listFlag(session: Session): string {
  const list = textOption(session, 'filesFrom');
  return list === undefined ? '' : `--files-from ${shellWord(list)}${hasFlag(session, 'null') ? ' --null' : ''}`;
}

/** `./raw/` is `raw`. */
function tidy(path: string): string {
  const short = path.replace(/^(?:\.\/){1,8}(?=.)/, '');
  return short.length > 1 && short.endsWith('/') ? short.slice(0, -1) : short;
}

/** The path as one would type it from here; none if it holds what a terminal would not show. */
function explainCommand(session: Session, report: RunReport, row: ReportRow): string | undefined {
  const absolute = join(report.root, row.path);
  const near = relative(session.cwd, absolute);
  const path = near.startsWith('..') && near.length > absolute.length ? absolute : near;
  if (!isTypable(path) || (isAbsolute(path) && path !== absolute)) return undefined;
  return `clean-archive explain ${shellWord(path)}`;
}

function sayTroubles(session: Session, request: RunRequest, report: RunReport): void {
  const { err } = session;
  const { out } = request;
  for (const failure of report.failed.slice(0, FAILURES_SHOWN))
    err.say(failureLine(failure, inputsInWords(session, request)));
  const more = report.counts.failed - FAILURES_SHOWN;
  if (more > 0)
    err.say(
      troubleLine(
        'failed',
        `${more} more inputs failed${out === undefined ? '' : `; ${tidy(out)}/_clean-archive/manifest.jsonl lists them`}`,
      ),
    );
  for (const path of report.edited)
    err.say(troubleLine('edited', `${path}: somebody changed this article, so it was kept; --force writes it anew`));
  for (const path of report.superseded)
    err.say(
      troubleLine(
        'edited',
        `${path}: somebody changed this article, so it was kept although its input gives it no more; --force removes it`,
      ),
    );
  for (const path of report.overwritten)
    err.say(
      troubleLine('overwritten', `${path}: it was changed since it was written; with --force the change is gone`),
    );
}

function resultJson({ out }: Session, report: RunReport): string {
  const { root: _root, ...result } = report;
  const json = jsonLine(result);
  return out.isTerminal ? escapeJson(json) : json;
}
