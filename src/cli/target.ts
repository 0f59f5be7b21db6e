/** Where the words on the command line say to read and to write. */
import { UsageError } from '../core/errors.ts';
import { kindOfDescriptor, kindOfPath } from '../engine/kind.ts';
import { diceOf } from '../text/similarity.ts';
import { COMMAND_NAMES } from './option-table.ts';
import { ALIKE } from './options.ts';
import { hasFlag, type Session, textOption } from './session.ts';
import { formatOf } from './settings.ts';

export type Target =
  /** Nothing to read, and nobody typed anything. */
  | { readonly kind: 'nothing' }
  /** To stdout; the path `-` is stdin. */
  | { readonly kind: 'stream'; readonly paths: readonly string[] }
  /** One page, shown on a terminal. */
  | { readonly kind: 'page'; readonly path: string }
  /** To a folder; without one nothing is written. */
  | { readonly kind: 'folder'; readonly paths: readonly string[]; readonly out: string | undefined };

const STDIN = '-';
const STDIN_DESCRIPTOR = 0;

export function targetOf(session: Session): Target {
  refuseMistypedCommand(session);
  const { paths, out } = split(session);
  const isListed = textOption(session, 'filesFrom') !== undefined;
  if (hasFlag(session, 'null') && !isListed)
    throw new UsageError('usage', '--null is about the list of --files-from; give that too');
  if (paths.length === 0 && !isListed) return withoutPaths(session, out);
  if (paths.includes(STDIN)) return fromStdin(session, paths, out);
  if (out === STDIN) return { kind: 'stream', paths };
  if (out !== undefined) return { kind: 'folder', paths, out: checkedFolder(session, out) };
  const [only] = paths;
  const isOneFile = only !== undefined && paths.length === 1 && !isListed && kindOfPath(session.cwd, only) === 'file';
  if (!isOneFile || hasFlag(session, 'dryRun')) return { kind: 'folder', paths, out: undefined };
  return isShown(session) ? { kind: 'page', path: only } : { kind: 'stream', paths };
}

/** `explian page.txt` would else be a missing input, or worse, an output. */
function refuseMistypedCommand({ operands, cwd }: Session): void {
  const [word] = operands;
  if (word === undefined || !/^[a-z]{3,12}$/i.test(word) || kindOfPath(cwd, word) !== 'missing') return;
  const meant = COMMAND_NAMES.find((name) => diceOf(name, word.toLowerCase()) >= ALIKE);
  if (meant === undefined || (operands.length === 1 && meant === 'clean')) return;
  throw new UsageError(
    'missing-input',
    `${word}: no such file, folder or command; did you mean clean-archive ${meant}?`,
  );
}

/** With `-o` every operand is an input; else the last of two or more is the output. */
function split(session: Session): { readonly paths: readonly string[]; readonly out: string | undefined } {
  const { operands } = session;
  const out = textOption(session, 'out');
  if (operands.includes('') || out === '')
    throw new UsageError('usage', 'a path is empty; check the variable it came from');
  if (out !== undefined || operands.length < 2) return { paths: operands, out };
  return { paths: operands.slice(0, -1), out: operands.at(-1) };
}

function withoutPaths(session: Session, out: string | undefined): Target {
  const isPiped = session.world.stdin.isTTY !== true && kindOfDescriptor(STDIN_DESCRIPTOR) !== 'other';
  if (isPiped) return fromStdin(session, [STDIN], out);
  if (out !== undefined) throw new UsageError('usage', `nothing to read: clean-archive INPUT... -o ${out}`);
  return { kind: 'nothing' };
}

function fromStdin(session: Session, paths: readonly string[], out: string | undefined): Target {
  if (textOption(session, 'filesFrom') !== undefined)
    throw new UsageError('usage', '- and --files-from cannot be together; put the paths into the list');
  if (paths.length > 1)
    throw new UsageError('usage', '- (stdin) is one input alone; clean the others in a run of their own');
  if (out !== undefined && out !== STDIN)
    throw new UsageError('usage', `stdin is cleaned to stdout: clean-archive - > FILE (not into the folder ${out})`);
  if (hasFlag(session, 'dryRun'))
    throw new UsageError('usage', '--dry-run is about folders; stdin is cleaned to stdout and nothing is written');
  return { kind: 'stream', paths };
}

function checkedFolder(session: Session, out: string): string {
  const kind = kindOfPath(session.cwd, out);
  if (kind === 'folder' || kind === 'missing') return out;
  throw new UsageError(
    'usage',
    `${out} is ${kind === 'file' ? 'a file' : 'no folder'}; the last path is the output folder, or name it: clean-archive INPUT... -o FOLDER`,
  );
}

/** A person looks at it and asked for no format. */
function isShown(session: Session): boolean {
  return session.out.isTerminal && formatOf(session) === undefined && !hasFlag(session, 'json');
}
