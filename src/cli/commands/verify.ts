/** `clean-archive verify OUT [RAW...]`: is it whole, and what these inputs give? */
import { verifyArchive } from '../../engine/verify.ts';
import { count } from '../../report/amounts.ts';
import { escapeJson, escapeTerminal } from '../../report/escape.ts';
import { jsonLine } from '../../report/records.ts';
import { EXIT } from '../exit.ts';
import { hasFlag, type Session, screen } from '../session.ts';

export async function verify(session: Session): Promise<number> {
  const { operands, out, err, cwd } = session;
  const [folder = '', ...raw] = operands;
  const report = await verifyArchive({ cwd, out: folder, ...(raw.length === 0 ? {} : { raw }) });
  const { differences } = report;
  if (hasFlag(session, 'json')) {
    const json = jsonLine(report);
    await out.write(out.isTerminal ? escapeJson(json) : json);
  } else {
    const { paint } = screen(session, out);
    await out.write(
      differences
        .map((one) => `${escapeTerminal(one.path)}: ${paint('removed', one.what)}: ${escapeTerminal(one.message)}\n`)
        .join(''),
    );
  }
  const checked = `${count(report.outputs, 'article')} from ${count(report.documents, 'document')}`;
  const verdict =
    differences.length === 0
      ? `${escapeTerminal(folder)} is whole: ${checked}`
      : `${escapeTerminal(folder)} differs: ${count(differences.length, 'difference')} in ${checked}`;
  if (!session.isQuiet && !hasFlag(session, 'json')) err.say(`${verdict}\n`);
  return differences.length === 0 ? EXIT.done : EXIT.findings;
}
