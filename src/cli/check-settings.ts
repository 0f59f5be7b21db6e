/** Options of `check`: its gate and its reporters. */
import { resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { isKind } from '../report/baseline.ts';
import type { Gate, Most } from '../report/check-gate.ts';
import { KIND_TEXTS, type Severity } from '../report/check-report.ts';
import type { ReporterName } from '../report/reporter.ts';
import { REPORTERS } from '../report/reporters.ts';
import { diceOf } from '../text/similarity.ts';
import { ALIKE } from './options.ts';
import { hasFlag, type Session } from './session.ts';

/** A reporter and where its text goes: stdout without a file. */
export interface Target {
  readonly name: ReporterName;
  readonly file?: string;
}

const MOST = /^([^=]*)=(\d{1,9})(%?)$/;
const PERCENT = 100;
const STDOUT = '-';

export function gateOf(session: Session): Gate {
  return { failOn: session.values['failOn'] as Severity, most: listed(session, 'max').map(mostIn) };
}

function mostIn(written: string): Most {
  const [, kind = '', number = '', percent = ''] = MOST.exec(written.trim()) ?? [];
  if (number === '') throw new UsageError('usage', `--max ${written}: write KIND=N or KIND=N%, as in --max chrome=10%`);
  if (!isKind(kind))
    throw new UsageError('usage', `--max ${written}: ${unknownName('kind', kind, Object.keys(KIND_TEXTS))}`);
  const limit = Number(number);
  if (percent !== '' && limit > PERCENT) throw new UsageError('usage', `--max ${written}: at most 100%`);
  return { kind, limit, unit: percent === '' ? 'findings' : 'percent' };
}

/** `--reporter name[:file]`, several times; `--json` is the reporter of that name. */
export function targetsOf(session: Session): readonly Target[] {
  const named = listed(session, 'reporter').map(targetIn);
  const targets = hasFlag(session, 'json') ? [{ name: 'json' as const }, ...named] : named;
  if (targets.length === 0) return [{ name: 'text' }];
  const onStdout = targets.filter(({ file }) => file === undefined);
  if (onStdout.length > 1)
    throw new UsageError(
      'usage',
      `--reporter ${onStdout[1]?.name}: stdout holds one report; give this one a file, as in --reporter ${onStdout[1]?.name}:report.${onStdout[1]?.name}`,
    );
  const files = targets.flatMap(({ file }) => (file === undefined ? [] : [resolve(session.cwd, file)]));
  const twice = targets.find(({ file }) => file !== undefined && isTwice(resolve(session.cwd, file), files));
  if (twice !== undefined)
    throw new UsageError('usage', `--reporter ${twice.name}:${twice.file}: another report goes there too`);
  return targets;
}

function isTwice(file: string, files: readonly string[]): boolean {
  return files.indexOf(file) !== files.lastIndexOf(file);
}

function targetIn(written: string): Target {
  const at = written.indexOf(':');
  const name = at < 0 ? written : written.slice(0, at);
  const file = at < 0 ? undefined : written.slice(at + 1);
  if (!isReporter(name))
    throw new UsageError('usage', `--reporter ${written}: ${unknownName('reporter', name, Object.keys(REPORTERS))}`);
  if (file === '') throw new UsageError('usage', `--reporter ${written}: name a file after the colon`);
  return file === undefined || file === STDOUT ? { name } : { name, file };
}

function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(REPORTERS, name);
}

function unknownName(what: string, name: string, known: readonly string[]): string {
  const near = known.find((one) => diceOf(one, name.toLowerCase()) >= ALIKE);
  return `no such ${what}; ${near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`}`;
}

function listed(session: Session, name: string): readonly string[] {
  return (session.values[name] as readonly string[] | undefined) ?? [];
}
