/** `clean-archive dups PATHS`: which documents are copies of which, as they are; nothing is cleaned or written. */
import { isAbsolute, join, relative } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import type { DocId } from '../../core/types.ts';
import { type DupsReport, findDuplicates } from '../../engine/dups.ts';
import { byteSize, count, seconds } from '../../report/amounts.ts';
import { groupJson, groupsOf, renderGroup, type Shown } from '../../report/dups.ts';
import { escapeJson, escapeTerminal } from '../../report/escape.ts';
import { EXIT, failureLine, strongest, troubleLine } from '../exit.ts';
import { inputList } from '../input-list.ts';
import { progressOf } from '../progress.ts';
import { hasFlag, type Session, screen } from '../session.ts';
import { inputsOf, jobOf, memoryOf } from '../settings.ts';
import { runStoppable } from '../stoppable.ts';
import { milliseconds } from '../world.ts';

/** Failures named on the screen. */
const FAILURES_SHOWN = 20;
/** Groups are written together in pieces of about so many signs: each write costs a call to the system. */
const PIECE = 1 << 16;

export async function dups(session: Session): Promise<number> {
  const { world, err, operands } = session;
  const start = milliseconds(world);
  const list = await inputList(session);
  if (operands.length === 0 && list === undefined)
    throw new UsageError('usage', 'nothing to compare: name files or folders, as in clean-archive dups ./raw');
  const inputs = inputsOf(session, operands, list);
  const progress = progressOf(session);
  return runStoppable(session, progress, async (signal) => {
    const isJson = hasFlag(session, 'json');
    const request = {
      ...jobOf(session, inputs, 'md', signal),
      wantsSpans: isJson,
      memory: memoryOf(session),
    };
    const report = await findDuplicates(request, progress.observe);
    progress.clear();
    await writeGroups(session, report, isJson);
    sayFailures(session, report);
    if (!session.isQuiet) err.say(summaryOf(report, milliseconds(world) - start));
    const hasCopies = report.records.aside > 0 && !hasFlag(session, 'exitZero');
    return strongest([hasCopies ? EXIT.findings : EXIT.done, report.failed.length > 0 ? EXIT.someFailed : EXIT.done]);
  });
}

async function writeGroups(session: Session, report: DupsReport, isJson: boolean): Promise<void> {
  const { out } = session;
  const { paint } = screen(session, out);
  const shown = shownFrom(session.cwd, report.root);
  let isFirst = true;
  let piece = '';
  for (const group of groupsOf(report.records)) {
    if (isJson) {
      const json = groupJson(group, shown);
      piece += out.isTerminal ? escapeJson(json) : json;
    } else piece += `${isFirst ? '' : '\n'}${renderGroup(group, shown, paint)}`;
    isFirst = false;
    if (piece.length < PIECE) continue;
    await out.write(piece);
    piece = '';
  }
  await out.write(piece);
}

/** A path as one would type it from here. */
function shownFrom(cwd: string, root: string): Shown {
  /** What stands before the names in the folder that was looked at last: documents come folder by folder. */
  let known: { readonly folder: string; readonly before: string } | undefined;
  return (id: DocId) => {
    const name = id.lastIndexOf('/') + 1;
    const folder = id.slice(0, name);
    if (known?.folder !== folder) known = { folder, before: folderFrom(cwd, join(root, folder)) };
    return known.before + id.slice(name);
  };
}

/** The shorter of the ways to a folder, with what parts it from the names in it. */
function folderFrom(cwd: string, folder: string): string {
  const name = 'x';
  const absolute = join(folder, name);
  const near = relative(cwd, absolute);
  const isFar = near.startsWith('..') && isAbsolute(absolute) && near.length > absolute.length;
  return (isFar ? absolute : near).slice(0, -name.length);
}

function sayFailures({ err }: Session, { failed, root }: DupsReport): void {
  for (const failure of failed.slice(0, FAILURES_SHOWN)) err.say(failureLine(failure, root));
  const more = failed.length - FAILURES_SHOWN;
  if (more > 0) err.say(troubleLine('failed', `${count(more, 'more input')} could not be read`));
}

function summaryOf({ records, documents, bytes, skipped, notices }: DupsReport, elapsed: number): string {
  const { aside } = records;
  const related = records.length - aside;
  const read = `${count(documents, 'document')}, ${byteSize(bytes)}`;
  const copies = aside === 0 ? 'no copies' : count(aside, 'copy', 'copies');
  const more = `${count(related, 'document')} that ${related === 1 ? 'says' : 'say'} more`;
  const told = related === 0 ? copies : `${copies} and ${more}`;
  const notes = [
    ...(skipped.length > 0
      ? [`skipped ${count(skipped.length, 'file')} that ${skipped.length === 1 ? 'is' : 'are'} empty or no text`]
      : []),
    ...notices,
  ];
  return `${told} in ${read}, ${seconds(elapsed)}\n${notes.map((note) => `${escapeTerminal(note)}\n`).join('')}`;
}
