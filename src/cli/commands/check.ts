/** `clean-archive check PATHS`: is anything doubled, empty, damaged or mostly chrome; for CI. Writes nothing but what was asked for. */
import { posix } from 'node:path';
import { InputError, UsageError } from '../../core/errors.ts';
import { type Checked, type CheckRequest, checkInputs } from '../../engine/check.ts';
import { appendReport, isThere, readBaseline, writeBaseline, writeReport } from '../../engine/report-files.ts';
import { count } from '../../report/amounts.ts';
import { type Baseline, updateBaseline } from '../../report/baseline.ts';
import { checkReportOf, type Gate, isGated } from '../../report/check-gate.ts';
import type { CheckReport } from '../../report/check-report.ts';
import { escapeJson, escapeTerminal } from '../../report/escape.ts';
import type { ReporterFacts } from '../../report/reporter.ts';
import { REPORTERS } from '../../report/reporters.ts';
import { gateOf, type Target, targetsOf } from '../check-settings.ts';
import { EXIT, failureLine, strongest } from '../exit.ts';
import { inputList } from '../input-list.ts';
import { progressOf } from '../progress.ts';
import { hasFlag, type Session, screen, textOption } from '../session.ts';
import { inputsOf, jobOf } from '../settings.ts';
import { ClosedPipe, type Sink } from '../sink.ts';
import { runStoppable } from '../stoppable.ts';
import { VERSION } from '../version.ts';

/** Used where it is, so that CI and the people beside it see the same. */
const BASELINE = 'clean-archive-baseline.json';

export async function check(session: Session): Promise<number> {
  const { operands } = session;
  const list = await inputList(session);
  if (operands.length === 0 && list === undefined)
    throw new UsageError('usage', 'nothing to check: name files or folders, as in clean-archive check ./raw');
  const gate = gateOf(session);
  const targets = targetsOf(session);
  const baseline = baselineOf(session);
  const inputs = inputsOf(session, operands, list);
  const progress = progressOf(session);
  return runStoppable(session, progress, async (signal) => {
    const since = textOption(session, 'since');
    const cache = textOption(session, 'cache');
    const beside = session.values['beside'] as readonly string[] | undefined;
    const found = await run(
      {
        ...jobOf(session, inputs, 'md', signal),
        outputs: targets.flatMap(({ file }) => file ?? []),
        ...(since === undefined ? {} : { since }),
        ...(beside === undefined ? {} : { beside }),
        ...(cache === undefined ? {} : { cache }),
      },
      progress.observe,
    );
    progress.clear();
    if (hasFlag(session, 'updateBaseline')) return updated(session, found, gate, baseline);
    const report = checkReportOf(found, gate, seenFrom(found, baseline.known), isGone(session));
    await tell(session, targets, report, found);
    sayNotices(session, found);
    const hasFailed = report.breaches.length > 0 && !hasFlag(session, 'exitZero');
    return strongest([hasFailed ? EXIT.findings : EXIT.done, found.failed.length > 0 ? EXIT.someFailed : EXIT.done]);
  });
}

/** With `--fail-fast` one unreadable input is a reason not to go on at all. */
async function run(request: CheckRequest, observe: Parameters<typeof checkInputs>[1]): Promise<Checked> {
  try {
    return await checkInputs(request, observe);
  } catch (error) {
    throw request.failFast && error instanceof InputError ? new UsageError(error.code, error.message, error) : error;
  }
}

interface BaselineFile {
  readonly path: string;
  readonly known: Baseline | undefined;
}

function baselineOf(session: Session): BaselineFile {
  const named = textOption(session, 'baseline');
  const path = named ?? BASELINE;
  const known = readBaseline(session.cwd, path);
  if (known === undefined && named !== undefined && !hasFlag(session, 'updateBaseline'))
    throw new UsageError('missing-baseline', `--baseline ${path}: no such file; --update-baseline writes it`);
  return { path, known };
}

function isGone({ cwd }: Session): (path: string) => boolean {
  return (path) => !isThere(cwd, path);
}

/** What is found now is known from now on. */
function updated(session: Session, found: Checked, gate: Gate, { path, known }: BaselineFile): number {
  const { cwd, err, isQuiet } = session;
  const gated = found.findings.filter((finding) => isGated(finding, gate));
  const entries = updateBaseline(gated, found.checked, seenFrom(found, known), isGone(session));
  const findings = moved(entries, (from) => posix.join(found.prefix, from));
  writeBaseline(cwd, path, { updated: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length), findings });
  for (const failure of found.failed) err.say(failureLine(failure, '.'));
  sayNotices(session, found);
  if (!isQuiet) err.say(`${escapeTerminal(path)}: ${count(entries.length, 'finding')} known from now on\n`);
  return found.failed.length > 0 ? EXIT.someFailed : EXIT.done;
}

/** A baseline names files from the root of the repository, as fingerprints do, so that it is one for all its folders. */
function seenFrom({ prefix }: Checked, known: Baseline | undefined): Baseline | undefined {
  if (known === undefined) return undefined;
  return { ...known, findings: moved(known.findings, (path) => posix.relative(prefix, path)) };
}

function moved(entries: Baseline['findings'], pathOf: (path: string) => string): Baseline['findings'] {
  return entries.map((entry) => ({ ...entry, path: pathOf(entry.path) }));
}

function sayNotices({ err, isQuiet }: Session, { notices }: Checked): void {
  if (!isQuiet) for (const notice of notices) err.say(`${escapeTerminal(notice)}\n`);
}

/** Options that were typed and shape how one file is read and judged. */
function explainOptions({ typed, values }: Session): readonly string[] {
  return ['from', 'encoding', 'textField', 'level', 'with']
    .filter((name) => typed.has(name))
    .flatMap((name) => [`--${name.replace('F', '-f')}`, String(values[name])]);
}

async function tell(
  session: Session,
  targets: readonly Target[],
  report: CheckReport,
  { prefix }: Checked,
): Promise<void> {
  const { out, world } = session;
  const facts: ReporterFacts = {
    screen: screen(session, out),
    version: VERSION,
    verbose: session.isVerbose,
    quiet: session.isQuiet,
    explainWith: explainOptions(session),
    fromRoot: (path) => posix.join(prefix, path),
  };
  const pageFile = world.env['GITHUB_STEP_SUMMARY'] ?? '';
  for (const name of new Set(targets.map((target) => target.name))) {
    const page = REPORTERS[name].summary;
    if (page !== undefined && pageFile !== '') appendReport(pageFile, page(report, facts));
  }
  for (const { name, file } of targets) {
    const reporter = REPORTERS[name];
    const plain = file === undefined ? facts : { ...facts, screen: { ...facts.screen, paint: unpainted } };
    const chunks = reporter.render(report, plain);
    if (file !== undefined) writeReport(session.cwd, file, chunks);
    else await print(out, chunks, name === 'text');
  }
}

/** A reader that has gone, as `head` does, changes neither whether the gate holds nor what goes to files. */
async function print(out: Sink, chunks: Iterable<string>, isForPeople: boolean): Promise<void> {
  try {
    for (const chunk of chunks) await out.write(out.isTerminal && !isForPeople ? escapeJson(chunk) : chunk);
  } catch (error) {
    if (!(error instanceof ClosedPipe)) throw error;
  }
}

function unpainted(_style: string, text: string): string {
  return text;
}
