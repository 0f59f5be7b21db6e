/** Errors a caller can tell apart by `code`. The message is one line: what, where, what to do. */
export class CleanArchiveError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
  }
}

/** The request itself is wrong: flags, paths, config. Exit code 2. */
export class UsageError extends CleanArchiveError {}

/** One input could not be read or was refused; the run goes on. Exit code 3. */
export class InputError extends CleanArchiveError {}

/** The output could not be written; what was there is whole. Exit code 4. */
export class OutputError extends CleanArchiveError {}

/** Another run holds the output folder. Exit code 5. */
export class BusyError extends CleanArchiveError {}
