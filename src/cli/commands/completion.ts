/** `clean-archive completion SHELL`: a script that makes the shell complete our command line. */
import { RULES } from '../../chrome/rules/index.ts';
import { UsageError } from '../../core/errors.ts';
import { SHELLS, type Shell } from '../command-table.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { type Surface, surfaceOf } from '../completion/surface.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { EXIT } from '../exit.ts';
import type { Session } from '../session.ts';

const WRITERS: Readonly<Record<Shell, (surface: Surface) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};
const THERE_ARE = `there are ${SHELLS.slice(0, -1).join(', ')} and ${SHELLS.at(-1)}`;

export async function completion({ operands, out }: Session): Promise<number> {
  const [word] = operands;
  const shell = SHELLS.find((name) => name === word);
  if (word === undefined)
    throw new UsageError('usage', `completion: for which shell? ${THERE_ARE}, as in clean-archive completion bash`);
  if (shell === undefined) throw new UsageError('usage', `completion: ${word}: no such shell; ${THERE_ARE}`);
  await out.write(WRITERS[shell](surfaceOf(RULES.map(({ id }) => id))));
  return EXIT.done;
}
