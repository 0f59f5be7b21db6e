/** What `check` found: the contract between the engine, which finds, and the reporters, which show. */
import type { Kind } from '../core/types.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** One-based and inclusive, as editors count; columns are UTF-16 code units, the last one stands behind the text. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The other side of a finding: the copy that is meant, the lines that are repeated. */
export interface RelatedPlace {
  /** As `CheckFinding.path`. */
  readonly path: string;
  readonly record?: number;
  readonly region?: Region;
  /** As `CheckFinding.isExtracted`. */
  readonly isExtracted?: true;
  readonly message: string;
}

/** One thing to say of one document. All strings may hold scraped text and file names as they are: reporters escape. */
export interface CheckFinding {
  readonly kind: Kind;
  readonly severity: Severity;
  /** Of the file, from the working folder, with forward slashes. */
  readonly path: string;
  /** Inside a container: the record's number, from 1. */
  readonly record?: number;
  /** Of the document's text; of a record's text inside a container. `check-view.ts` tells where that is in the file. */
  readonly region: Region;
  /** The file is HTML: lines of the text are none of the file. */
  readonly isExtracted?: true;
  /** All lines that it is about, one-based ranges in order. Empty if it is about the file as a whole. */
  readonly lines: readonly (readonly [number, number])[];
  readonly message: string;
  /** Evidence, e.g. `chrome/no-comments`; in order of their first lines. */
  readonly rules: readonly string[];
  readonly related: readonly RelatedPlace[];
  /**
   * 64 hex digits: hash of path, kind and the normalised text it is about, never of the numbers of lines and records, so that
   * it is the same after those moved. Two findings of one report differ in it.
   */
  readonly fingerprint: string;
}

/** A gate that did not hold: `--fail-on` or one of `--max`. */
export interface Breach {
  /** As typed, e.g. `--max chrome=10%`, or `--fail-on warning`. */
  readonly gate: string;
  /** e.g. `12 of 80 files (15 %)`, or `3 findings`. */
  readonly found: string;
}

export interface StaleEntry {
  readonly path: string;
  readonly kind: Kind;
  readonly message: string;
}

export interface CheckReport {
  /** By file, files with the worst findings first, then by path; within a file by line. Without what the baseline knows. */
  readonly findings: readonly CheckFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Files that were looked at, and of them those with findings. */
  readonly files: number;
  readonly filesWithFindings: number;
  /** Every file that was looked at, as `CheckFinding.path`, ascending. */
  readonly checked: readonly string[];
  /** What makes the exit code 1; none means that it passed. */
  readonly breaches: readonly Breach[];
  readonly failOn: Severity;
  /** Findings that the baseline knows, and entries of it that nothing answers to any more. */
  readonly known: number;
  /** The day the baseline was written, `YYYY-MM-DD`. */
  readonly knownOn?: string;
  readonly stale: readonly StaleEntry[];
}

/** What a kind of finding is called and means; told once, for reporters, help and documentation. */
export interface KindText {
  readonly severity: Severity;
  /** A noun phrase, at most 60 letters. */
  readonly title: string;
  /** One or two sentences. */
  readonly about: string;
  /** What to do about it. */
  readonly help: string;
}

/**
 * Lines that go to the front matter, and a paragraph that stays, are no news of a page: they are told to those who ask for everything,
 * and fail only where a limit names them.
 */
export const QUIET: readonly Kind[] = ['moved', 'off-topic'];

export const KIND_TEXTS: Readonly<Record<Kind, KindText>> = {
  duplicate: {
    severity: 'error',
    title: 'The same article as another input',
    about: 'After cleaning, two inputs have the same text.',
    help: 'Keep one of them. `clean-archive explain A B` shows what they share.',
  },
  'near-duplicate': {
    severity: 'warning',
    title: 'A copy with changes of another input',
    about: 'A revision, a shortened copy or an excerpt: nearly all sentences are in another input.',
    help: 'Keep the more complete one. `clean-archive explain A B` shows what differs and why they count as copies.',
  },
  repeated: {
    severity: 'error',
    title: 'The same passage twice in one file',
    about: 'A run of lines, or one long paragraph, occurs again in the same file.',
    help: 'Scrape the page again or take the second one out. `clean-archive explain FILE:LINE` shows the pair.',
  },
  empty: {
    severity: 'error',
    title: 'No article in this file',
    about: 'Nothing but site chrome, an error page, a paywall or a consent page.',
    help: 'Scrape the page again, or remove it.',
  },
  'low-yield': {
    severity: 'warning',
    title: 'Hardly any article in this file',
    about: 'Less than 15 % of the words are article.',
    help: 'See with `clean-archive explain FILE` whether the scrape got the right part of the page.',
  },
  undecodable: {
    severity: 'error',
    title: 'Bytes that fit no encoding',
    about: 'Some bytes could not be read as text in the encoding that the file states or looks like.',
    help: 'Save the page again as it was sent, or name the encoding with --encoding.',
  },
  mojibake: {
    severity: 'warning',
    title: 'Text that was decoded twice',
    about: 'UTF-8 was read as another encoding and saved like that.',
    help: 'Mend the crawler: it should keep the bytes as they come.',
  },
  suspicious: {
    severity: 'warning',
    title: 'Characters that hide or reorder text',
    about: 'Bidirectional controls, invisible text or terminal escapes in the body.',
    help: 'Look at the line with a tool that shows such characters before you trust it.',
  },
  chrome: {
    severity: 'note',
    title: 'Site chrome',
    about: 'Menus, buttons, counters and footers; `clean-archive` takes them out.',
    help: 'Nothing to do, unless the file is mostly that.',
  },
  related: {
    severity: 'note',
    title: 'Headlines of other articles',
    about: 'Teasers and lists of links to other articles; `clean-archive` takes them out.',
    help: 'Nothing to do, unless the file is mostly that.',
  },
  caption: {
    severity: 'note',
    title: 'Captions and pull quotes',
    about: 'Lines that stood beside a picture or repeat a sentence of the text; `clean-archive` takes them out.',
    help: 'Keep them with --with captions.',
  },
  moved: {
    severity: 'note',
    title: 'Lines that go to the front matter',
    about: 'Title, date, author and origin move from the text to its metadata.',
    help: 'Nothing to do.',
  },
  'off-topic': {
    severity: 'note',
    title: 'A closing paragraph that looks pasted from elsewhere',
    about:
      'It stands last before the end or before a repeat, has other quote marks and shares no name with the article. It is kept.',
    help: 'Look whether it belongs to the article.',
  },
  oversized: {
    severity: 'error',
    title: 'Larger than the limit',
    about: 'The file was not read.',
    help: 'Raise --max-file-size, or leave it out with --exclude.',
  },
  unreadable: {
    severity: 'error',
    title: 'Not readable',
    about: 'The file, or a record in it, could not be read.',
    help: 'See the message: permission, a damaged record, or a file that changed while it was read.',
  },
};
