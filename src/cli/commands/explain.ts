/** `clean-archive explain`: what was decided about every line, all evidence about one, or two documents compared. */
import { InputError, UsageError } from '../../core/errors.ts';
import { kindOfPath } from '../../engine/kind.ts';
import { openArchive } from '../../engine/replay.ts';
import { escapeJson, escapeTerminalText } from '../../report/escape.ts';
import { type Explained, renderExplanation, renderTotals } from '../../report/explain.ts';
import { explanationJson } from '../../report/explain-json.ts';
import { renderLine } from '../../report/explain-line.ts';
import { lineRows } from '../../report/line-rows.ts';
import { renderMargin } from '../../report/margin.ts';
import { type Address, addressOf, existsIn } from '../address.ts';
import { EXIT, errorLines } from '../exit.ts';
import { hasFlag, type Session, screen, textOption } from '../session.ts';
import { filesOf, readDocument, STDIN } from './explain-read.ts';

const VIEWS = ['json', 'diff', 'format'] as const;

export async function explain(session: Session): Promise<number> {
  const { operands, cwd } = session;
  const given = VIEWS.filter((name) => session.values[name] !== undefined && session.values[name] !== false);
  if (given.length > 1) throw new UsageError('usage', `--${given.join(' and --')} cannot be together; give one`);
  const named = operands.map((operand) => addressOf(operand, existsIn(cwd)));
  const out = textOption(session, 'out');
  if (out !== undefined && operands.includes(STDIN))
    throw new UsageError('usage', '- (stdin) is no document of an output folder; leave out --out');
  const archive = out === undefined ? undefined : openArchive(cwd, out);
  const two = pairOf(session, named);
  if (two !== undefined) {
    const { explainPair } = await import('./explain-pair.ts');
    return explainPair(session, archive, two);
  }
  const addresses = named.flatMap((address) => filesOf(session, address));
  const all: Explained[] = [];
  let failed = 0;
  for (const address of addresses) {
    try {
      const explained = await readDocument(session, archive, address);
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

/** Two documents as wholes are compared, unless the view is of one alone. */
function pairOf(session: Session, named: readonly Address[]): readonly [Address, Address] | undefined {
  const [a, b] = named;
  if (a === undefined || b === undefined || named.length > 2 || textOption(session, 'format') === 'lines')
    return undefined;
  const areDocuments = [a, b].every(
    ({ path, lines }) => lines === undefined && (path === STDIN || kindOfPath(session.cwd, path) !== 'folder'),
  );
  return areDocuments ? [a, b] : undefined;
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
