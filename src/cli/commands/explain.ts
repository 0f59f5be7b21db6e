/** `clean-archive explain`: what was decided about every line, or all evidence about one. */
import { join, relative } from 'node:path';
import { InputError, UsageError } from '../../core/errors.ts';
import type { Archive } from '../../engine/archived.ts';
import { ENDINGS } from '../../engine/documents.ts';
import { kindOfPath } from '../../engine/kind.ts';
import { readStream } from '../../engine/open.ts';
import { readOne } from '../../engine/read-one.ts';
import { openArchive, replayOne } from '../../engine/replay.ts';
import { DEFAULT_INPUTS } from '../../engine/request.ts';
import { findFiles } from '../../engine/walk.ts';
import { escapeJson, escapeTerminalText } from '../../report/escape.ts';
import { type Explained, renderExplanation, renderTotals } from '../../report/explain.ts';
import { explanationJson } from '../../report/explain-json.ts';
import { renderLine } from '../../report/explain-line.ts';
import { lineRows } from '../../report/line-rows.ts';
import { renderMargin } from '../../report/margin.ts';
import { type Address, addressOf, existsIn } from '../address.ts';
import { EXIT, errorLines } from '../exit.ts';
import { hasFlag, type Session, screen, textOption } from '../session.ts';
import { cleaningOf, readingOf } from '../settings.ts';

const STDIN = '-';
const VIEWS = ['json', 'diff', 'format'] as const;

export async function explain(session: Session): Promise<number> {
  const { operands, cwd } = session;
  const given = VIEWS.filter((name) => session.values[name] !== undefined && session.values[name] !== false);
  if (given.length > 1) throw new UsageError('usage', `--${given.join(' and --')} cannot be together; give one`);
  const addresses = operands
    .map((operand) => addressOf(operand, existsIn(cwd)))
    .flatMap((address) => filesOf(session, address));
  const out = textOption(session, 'out');
  if (out !== undefined && operands.includes(STDIN))
    throw new UsageError('usage', '- (stdin) is no document of an output folder; leave out --out');
  const archive = out === undefined ? undefined : openArchive(cwd, out);
  const all: Explained[] = [];
  let failed = 0;
  for (const address of addresses) {
    try {
      const explained = await read(session, archive, address);
      if (all.length > 0 && given.length === 0) await session.out.write('\n');
      await session.out.write(await view(session, explained, address));
      all.push(explained);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed += 1;
      session.err.say(errorLines(error, session.isVerbose));
    }
  }
  const isTold =
    given.length === 0 && addresses.length > 1 && addresses.every((address) => address.lines === undefined);
  if (isTold) await session.out.write(`\n${renderTotals(all.length, all)}`);
  return failed > 0 ? EXIT.someFailed : EXIT.done;
}

/** A folder stands for the files in it that a run would read. */
function filesOf({ cwd }: Session, address: Address): readonly Address[] {
  const { path } = address;
  if (path === STDIN || kindOfPath(cwd, path) !== 'folder') return [address];
  const { root, files } = findFiles({ ...DEFAULT_INPUTS, cwd, paths: [path] }, ENDINGS);
  if (files.length === 0) throw new UsageError('no-input', `${path}: no file in it can be cleaned`);
  return files.map((file) => ({ path: join(path, relative(root, file.absolute)) }));
}

async function read(session: Session, archive: Archive | undefined, address: Address): Promise<Explained> {
  const { path, record } = address;
  const { cwd } = session;
  const number = record === undefined ? {} : { record };
  const name =
    (path === STDIN ? (textOption(session, 'stdinPath') ?? 'stdin') : path) +
    (record === undefined ? '' : `#${record}`);
  if (archive !== undefined)
    return { name, judgedBy: archive.shown, ...(await replayOne(archive, { cwd, path, ...number })) };
  const reading = readingOf(session);
  const source =
    path === STDIN
      ? { name, bytes: await readStream(session.world.stdin as AsyncIterable<Uint8Array>, reading.maxFileBytes, name) }
      : { path };
  return { name, ...(await readOne({ cwd, ...source, ...number, reading, cleaning: cleaningOf(session) })) };
}

async function view(session: Session, explained: Explained, { lines }: Address): Promise<string> {
  const { out } = session;
  const shown = (data: string, escaped: (text: string) => string): string => (out.isTerminal ? escaped(data) : data);
  if (hasFlag(session, 'json')) return shown(explanationJson(explained), escapeJson);
  if (hasFlag(session, 'diff')) {
    const { renderDiff } = await import('../../report/diff.ts');
    return shown(renderDiff(explained.name, explained.doc, explained.article), escapeTerminalText);
  }
  if (textOption(session, 'format') === 'lines')
    return shown(renderMargin(lineRows(explained.doc, explained.article)), escapeTerminalText);
  if (lines === undefined) return renderExplanation(explained, { verbose: session.isVerbose }, screen(session, out));
  return oneByOne(session, explained, lines);
}

function oneByOne(
  session: Session,
  explained: Explained,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const { count } = explained.doc.lines;
  if (last > count) throw new UsageError('no-such-line', `${explained.name}:${last}: the file has ${count} lines`);
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return numbers.map((number) => renderLine(explained, number, screen(session, session.out))).join('\n');
}
