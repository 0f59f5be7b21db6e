/** Exit codes, and the one line said about each trouble. */
import { BusyError, CleanArchiveError, InputError, OutputError, UsageError } from '../core/errors.ts';
import { escapeTerminal } from '../report/escape.ts';

export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  someFailed: 3,
  unwritable: 4,
  busy: 5,
  fault: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** Which code wins when several hold. */
const STRENGTH: readonly number[] = [
  EXIT.fault,
  EXIT.busy,
  EXIT.unwritable,
  EXIT.usage,
  EXIT.someFailed,
  EXIT.findings,
  EXIT.done,
];

export function strongest(codes: readonly number[]): number {
  return STRENGTH.find((code) => codes.includes(code)) ?? EXIT.done;
}

export const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['0', 'done; every input was handled'],
  ['1', 'check: the gate does not hold; dups: there are copies; verify: the output differs'],
  ['2', 'could not run (usage, configuration, no input, folders overlap); nothing was written'],
  ['3', 'ran, but at least one input failed or an edited article was kept; each is listed'],
  ['4', 'the output could not be written; what an earlier run wrote is whole'],
  ['5', 'the output folder is in use by another run'],
  ['70', 'a fault of ours; --verbose shows the stack'],
  ['130, 143', 'stopped by a signal; what an earlier run wrote is whole, the same command does this one anew'],
];

export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof OutputError) return EXIT.unwritable;
  if (error instanceof BusyError) return EXIT.busy;
  return error instanceof InputError ? EXIT.someFailed : EXIT.fault;
}

/** Of an input: the common parent itself is told by the path as it was typed. */
export function failureLine(
  failure: { readonly path: string; readonly code: string; readonly message: string },
  root: string,
): string {
  return troubleLine(failure.code, `${failure.path === '.' ? root : failure.path}: ${failure.message}`);
}

/** `clean-archive: <code word>: <what>: <why, what to do>` and a line end. */
export function troubleLine(code: string, message: string): string {
  return `clean-archive: ${escapeTerminal(code)}: ${escapeTerminal(message)}\n`;
}

export function errorLines(error: unknown, verbose: boolean): string {
  if (error instanceof CleanArchiveError && exitCodeOf(error) !== EXIT.fault)
    return troubleLine(error.code, error.message);
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = troubleLine(
    'fault',
    `${said}: this is our mistake, please report it with the command you typed; --verbose shows where it happened`,
  );
  const stack = error instanceof Error ? error.stack : undefined;
  if (!verbose || stack === undefined) return line;
  return (
    line +
    stack
      .split('\n')
      .map((row) => `${escapeTerminal(row)}\n`)
      .join('')
  );
}
