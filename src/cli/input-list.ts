/** The list of `--files-from`; stdin is read here, because only the command line knows it. */
import { LIMITS } from '../core/limits.ts';
import { readStream } from '../engine/open.ts';
import type { Inputs } from '../engine/request.ts';
import { hasFlag, type Session, textOption } from './session.ts';

export async function inputList(session: Session): Promise<Inputs['filesFrom']> {
  const from = textOption(session, 'filesFrom');
  if (from === undefined) return undefined;
  const separator = hasFlag(session, 'null') ? 'nul' : 'line';
  return {
    from:
      from === '-'
        ? await readStream(
            session.world.stdin as AsyncIterable<Uint8Array>,
            LIMITS.listBytes.value,
            'the list on stdin',
          )
        : from,
    separator,
  };
}
