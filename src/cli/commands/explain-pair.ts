/** `clean-archive explain A B`: are these two copies, and why or why not. */
import { InputError } from '../../core/errors.ts';
import { comparePair } from '../../dedup/pair.ts';
import type { SurvivorPolicy } from '../../dedup/survivor.ts';
import type { Archive } from '../../engine/archived.ts';
import { pairInRun } from '../../engine/pair-in-run.ts';
import { DEFAULT_COMPARING } from '../../engine/request.ts';
import { escapeJson, escapeTerminalText } from '../../report/escape.ts';
import { renderPair } from '../../report/pair.ts';
import { pairJson } from '../../report/pair-json.ts';
import type { ExplainedPair } from '../../report/pair-words.ts';
import type { Address } from '../address.ts';
import { EXIT, errorLines } from '../exit.ts';
import { hasFlag, type Session, screen } from '../session.ts';
import { type ReadDocument, readDocument } from './explain-read.ts';

export async function explainPair(
  session: Session,
  archive: Archive | undefined,
  [first, second]: readonly [Address, Address],
): Promise<number> {
  const a = await readOrSay(session, archive, first);
  const b = await readOrSay(session, archive, second);
  if (a === undefined || b === undefined) return EXIT.someFailed;
  await session.out.write(await view(session, a, b, archive));
  return EXIT.done;
}

/** Both are tried, so that both troubles are told. */
async function readOrSay(
  session: Session,
  archive: Archive | undefined,
  address: Address,
): Promise<ReadDocument | undefined> {
  try {
    return await readDocument(session, archive, address);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    session.err.say(errorLines(error, session.isVerbose));
    return undefined;
  }
}

async function view(session: Session, a: ReadDocument, b: ReadDocument, archive: Archive | undefined): Promise<string> {
  const { out } = session;
  if (hasFlag(session, 'diff')) {
    const { renderPairDiff } = await import('../../report/diff.ts');
    const diff = renderPairDiff(a, b);
    return out.isTerminal ? escapeTerminalText(diff) : diff;
  }
  const pair = compared(a, b, archive);
  if (!hasFlag(session, 'json')) return renderPair(pair, { verbose: session.isVerbose }, screen(session, out));
  return out.isTerminal ? escapeJson(pairJson(pair)) : pairJson(pair);
}

function compared(a: ReadDocument, b: ReadDocument, archive: Archive | undefined): ExplainedPair {
  if (archive === undefined || a.id === undefined || b.id === undefined)
    return { a, b, compared: comparePair(a, b, DEFAULT_COMPARING.survivor) };
  const { run, surroundings } = pairInRun(archive, a.id, b.id);
  return { a, b, run, compared: comparePair(a, b, archive.settings.survivor as SurvivorPolicy, surroundings) };
}
