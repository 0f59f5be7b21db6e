/** What listing the inputs gives, before anything is opened. */

export interface FoundFile {
  /** Relative to the inputs' common parent, with forward slashes. */
  readonly path: string;
  /** Where to open it. */
  readonly absolute: string;
  /** Named by the user, so that its ending does not matter. */
  readonly named: boolean;
}

export interface Listed {
  readonly path: string;
  readonly reason: string;
}

export interface Failure {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface Found {
  /** Absolute path of the inputs' common parent. */
  readonly root: string;
  /** Sorted by path; no path twice. */
  readonly files: readonly FoundFile[];
  readonly skipped: readonly Listed[];
  readonly failed: readonly Failure[];
  /** Left out by hidden names, ignore files and patterns. */
  readonly ignored: number;
  readonly notices: readonly string[];
}

/** The error's system code, or `unknown`. */
export function systemCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return 'unknown';
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there any more',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EIO: 'input/output error',
  ELOOP: 'too many links, or a link where none may be',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOTDIR: 'a file stands where a folder would have to be',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EROFS: 'the disk is read-only',
  EFBIG: 'the file would be larger than allowed',
};

/** A system error in words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  const sentence = SENTENCES[code];
  if (sentence !== undefined) return sentence;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : code;
}
