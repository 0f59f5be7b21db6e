/** `clean-archive [clean]`: one of four ways, by what was named. */
import { UsageError } from '../../core/errors.ts';
import { EXIT } from '../exit.ts';
import { SHORT_HELP } from '../help.ts';
import { type Session, textOption } from '../session.ts';
import { targetOf } from '../target.ts';
import { cleanFolder } from './clean-folder.ts';
import { cleanPage } from './clean-page.ts';
import { cleanStream } from './clean-stream.ts';

export async function clean(session: Session): Promise<number> {
  const target = targetOf(session);
  if (target.kind === 'folder') return cleanFolder(session, target.paths, target.out);
  for (const name of ['against', 'reference'])
    if (textOption(session, name) !== undefined)
      throw new UsageError(
        'usage',
        `--${name} is for runs into a folder; name one with -o OUT, or none to see what would happen`,
      );
  if (target.kind === 'stream') return cleanStream(session, target.paths);
  if (target.kind === 'page') return cleanPage(session, target.path);
  if (session.world.stdin.isTTY !== true)
    throw new UsageError('usage', 'nothing to read: name a file or a folder, or pipe a page in');
  session.err.say(SHORT_HELP);
  return EXIT.usage;
}
