/** `clean-archive restore OUT FILE[:LINES]`: lines back into an article, for this and every later run. */
import { join } from 'node:path';
import { restoreLines } from '../../engine/restore.ts';
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
  const { path, record, lines } = addressOf(written, existsIn(cwd));
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
    const number = report.restored.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const place =
      report.output === undefined ? 'the next run writes it' : `in ${escapeTerminal(join(folder, report.output))}`;
    err.say(
      `Restored ${count(number, 'line')} of ${escapeTerminal(report.path)}, ${place}. Later runs keep ${number === 1 ? 'it' : 'them'} (_clean-archive/decisions.jsonl).\n`,
    );
  }
  return EXIT.done;
}
