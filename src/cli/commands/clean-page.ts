/** One page on a terminal: the article, what went dimmed, the reason in the margin. */
import { InputError } from '../../core/errors.ts';
import { readOne } from '../../engine/read-one.ts';
import { count } from '../../report/amounts.ts';
import { renderPage } from '../../report/page.ts';
import { wrap } from '../../report/width.ts';
import { EXIT } from '../exit.ts';
import { type Session, screen } from '../session.ts';
import { cleaningOf, readingOf } from '../settings.ts';
import { cleanStream } from './clean-stream.ts';

export async function cleanPage(session: Session, path: string): Promise<number> {
  let read: Awaited<ReturnType<typeof readOne>>;
  try {
    read = await readOne({ cwd: session.cwd, path, reading: readingOf(session), cleaning: cleaningOf(session) });
  } catch (error) {
    if (error instanceof InputError && error.code === CONTAINER) return cleanStream(session, [path]);
    throw error;
  }
  const { doc, article } = read;
  await session.out.write(renderPage({ name: path, doc, article }, screen(session, session.out)));
  if (!session.isQuiet) {
    const told = `${count(article.words, 'word')} of ${count(article.wordsBefore, 'word')} are the article. On a pipe or into a file only these are written.`;
    session.err.say(`\n${wrap(told, screen(session, session.err).width).join('\n')}\n`);
  }
  return EXIT.done;
}

/** A file of many documents is no page. */
const CONTAINER = 'container';
