/** `clean-archive restore OUT FILE[:LINES]`: lines or a copy back into the archive, for this and every later run. */
import { join } from 'node:path';
import { documentNames } from '../../engine/archived.ts';
import { type RestoreReport, restoreLines } from '../../engine/restore.ts';
import { count } from '../../report/amounts.ts';
import { escapeJson, escapeTerminal } from '../../report/escape.ts';
import { jsonLine } from '../../report/records.ts';
import { addressOf, existsIn } from '../address.ts';
import { EXIT } from '../exit.ts';
import { hasFlag, type Session, textOption } from '../session.ts';
import { selfOf } from '../settings.ts';

export async function restore(session: Session): Promise<number> {
  const { operands, out, err, cwd } = session;
  const [folder = '', written = ''] = operands;
  const isHere = existsIn(cwd);
  const isKnown = documentNames(cwd, folder);
  const { path, record, lines } = addressOf(written, (name) => isHere(name) || isKnown.has(name));
  const raw = textOption(session, 'raw');
  const report = await restoreLines({
    cwd,
    out: folder,
    file: record === undefined ? path : `${path}#${record}`,
    ...(lines === undefined ? {} : { lines }),
    ...(raw === undefined ? {} : { raw }),
    self: selfOf(session),
  });
  if (hasFlag(session, 'json')) {
    const json = jsonLine(report);
    await out.write(out.isTerminal ? escapeJson(json) : json);
  } else if (!session.isQuiet) {
    err.say(`${escapeTerminal(inWords(folder, report))}\n`);
  }
  return EXIT.done;
}

function inWords(folder: string, { path, output, restored, copy_of: of }: RestoreReport): string {
  const number = restored.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const place = output === undefined ? 'the next run writes it' : `in ${join(folder, output)}`;
  const what = of === undefined ? `${count(number, 'line')} of ${path}` : `${path}, which was set aside for ${of}`;
  const lines = of === undefined || number === 0 ? '' : ` with ${count(number, 'removed line')}`;
  const them = of === undefined && number !== 1 ? 'them' : 'it';
  return `Restored ${what}, ${place}${lines}. Later runs keep ${them} (_clean-archive/decisions.jsonl).`;
}
