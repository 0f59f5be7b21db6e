/** What an output folder already holds: whose files are ours, and what can be taken over from the last run. */
import { existsSync, readFileSync } from 'node:fs';
import { OutputError } from '../core/errors.ts';
import type { Fingerprint, SiteEvidence } from '../core/types.ts';
import { type Decisions, digestDecisions, readDecisions } from './decisions.ts';
import { systemReason } from './found.ts';
import { sha256 } from './hashes.ts';
import { findLeftovers, type JournalEntry } from './journal.ts';
import type { Layout } from './layout.ts';
import { inputOf, type ManifestRow, parseManifest, salvageManifest } from './manifest.ts';
import { readPrints, readSites } from './packed-files.ts';
import { type Settings, VERSIONS } from './settings.ts';
import { FileSource, type Slice } from './spool.ts';

export interface Previous {
  readonly rows: readonly ManifestRow[];
  /** Rows by input file, those aside that no result stood behind; a container has many. */
  readonly byInput: ReadonlyMap<string, readonly ManifestRow[]>;
  /** Hashes under which we wrote a path. */
  readonly claims: ReadonlyMap<string, ReadonlySet<string>>;
  readonly journal: readonly JournalEntry[];
  readonly decisions: Decisions;
  /** Folders of runs that did not end. */
  readonly leftovers: readonly string[];
  /** Results of the last run may be taken over: its settings are the same, and the files of `SOUND` are as it wrote them. */
  readonly reusable: boolean;
  /** The manifest could not be read whole. */
  readonly damaged: boolean;
  readonly sums: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
}

/** Hashes of what a run wrote last, by name. */
export const SUMMED = ['manifest', 'removed', 'duplicates', 'passages', 'summary', 'prints', 'sites'] as const;
/** Those without which nothing can be taken over. */
export const SOUND: readonly Summed[] = ['manifest', 'removed', 'prints', 'sites'];
export type Summed = (typeof SUMMED)[number];

export interface PreviousOptions {
  readonly force: boolean;
  /** For a dry run: what dead runs left stays. */
  readonly onlyLook: boolean;
}

export function readPrevious(layout: Layout, settings: Settings, { force, onlyLook }: PreviousOptions): Previous {
  const notices: string[] = [];
  const leftovers = findLeftovers(layout.state, !onlyLook);
  if (leftovers.runs > 0 && !onlyLook)
    notices.push('an earlier run was cut short; what it left is cleared and done again');
  const text = readText(layout.manifest);
  const whole = parseManifest(text ?? '');
  if (whole === undefined && !force) {
    throw new OutputError(
      'damaged-manifest',
      `${layout.manifest}: damaged; run again with --force to write everything anew`,
    );
  }
  const rows = whole ?? salvageManifest(text ?? '');
  const sums = readSums(layout);
  const decisions = readDecisions(readText(layout.decisions) ?? '', layout.decisions);
  const isSound =
    text !== undefined &&
    whole !== undefined &&
    sums['manifest'] === sha256(text) &&
    SOUND.every((name) => name === 'manifest' || sums[name] === sumOf(layout[name]));
  if (text !== undefined && !isSound && leftovers.folders.length === 0)
    notices.push('the state of the last run is gone or damaged; everything is done again');
  const same = sums['settings'] === settingsKey(settings);
  return {
    rows,
    byInput: groupByInput(rows.filter((row) => row.stays === undefined)),
    claims: claimsOf(rows, leftovers.claims),
    journal: leftovers.claims,
    decisions,
    leftovers: leftovers.folders,
    reusable: isSound && same,
    damaged: whole === undefined,
    sums,
    notices,
  };
}

export function settingsKey(settings: Settings): string {
  return sha256(JSON.stringify([settings, VERSIONS]));
}

/** What the last run left for documents that are taken over; read when first asked for. */
export class Remembered {
  readonly #layout: Layout | undefined;
  #prints: ReadonlyMap<string, Fingerprint> | undefined;
  #sites: ReadonlyMap<string, SiteEvidence> | undefined;
  #removed: ReturnType<typeof previousRemoved> | undefined;

  constructor(layout: Layout | undefined) {
    this.#layout = layout;
  }

  printOf(id: string): Fingerprint | undefined {
    if (this.#layout === undefined) return undefined;
    this.#prints ??= readable(readPrints(this.#layout.prints), this.#layout.prints);
    return this.#prints.get(id);
  }

  /** What the other pages of its site said then. */
  siteOf(id: string): SiteEvidence | undefined {
    if (this.#layout === undefined) return undefined;
    this.#sites ??= readable(readSites(this.#layout.sites), this.#layout.sites);
    return this.#sites.get(id);
  }

  removedOf(id: string): Slice | undefined {
    if (this.#layout === undefined) return undefined;
    this.#removed ??= previousRemoved(this.#layout);
    return this.#removed.slices.get(id);
  }

  close(): void {
    this.#removed?.close();
  }
}

function readable<Records>(records: Records | undefined, path: string): Records {
  if (records === undefined) throw new OutputError('unreadable-record', `${path}: it cannot be read; run again`);
  return records;
}

/** Rows of `removed.jsonl` by document, as they stand in the file. */
export function previousRemoved(layout: Layout): { readonly slices: ReadonlyMap<string, Slice>; close(): void } {
  const slices = new Map<string, Slice>();
  if (!existsSync(layout.removed)) return { slices, close: () => {} };
  const bytes = readFileSync(layout.removed);
  const source = new FileSource(layout.removed);
  try {
    sliceByFile(bytes, source, slices);
  } catch {
    // A damaged record has no lines to give from there on; what needs them finds them missing.
  }
  return { slices, close: () => source.close() };
}

function sliceByFile(bytes: Buffer, source: FileSource, slices: Map<string, Slice>): void {
  let open: { file: string; at: number } | undefined;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at) + 1;
    if (end === 0) return;
    const file = JSON.parse(bytes.toString('utf8', at + FILE_KEY.length, bytes.indexOf(AFTER_FILE, at) + 1)) as string;
    if (open?.file !== file) {
      if (open !== undefined) slices.set(open.file, { source, at: open.at, length: at - open.at });
      open = { file, at };
    }
    at = end;
  }
  if (open !== undefined) slices.set(open.file, { source, at: open.at, length: bytes.length - open.at });
}

const LINE_FEED = 10;
const FILE_KEY = '{"file":';
/** Cannot stand inside a JSON string, where quotes are escaped. */
const AFTER_FILE = '","lines":[';

/** The decisions for a document are those its row was made under. */
export function isSameDecision(row: ManifestRow, decisions: Decisions): boolean {
  return row.restored === digestDecisions(decisions, row.path);
}

export function sumOf(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new OutputError('unreadable-record', `${path}: ${systemReason(error)}`, error);
  }
}

function readSums(layout: Layout): Readonly<Record<string, string>> {
  try {
    const sums = JSON.parse(readFileSync(layout.sums, 'utf8')) as unknown;
    return typeof sums === 'object' && sums !== null ? (sums as Record<string, string>) : {};
  } catch {
    return {};
  }
}

function groupByInput(rows: readonly ManifestRow[]): ReadonlyMap<string, readonly ManifestRow[]> {
  const groups = new Map<string, ManifestRow[]>();
  for (const row of rows) {
    const group = groups.get(inputOf(row));
    if (group === undefined) groups.set(inputOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function claimsOf(
  rows: readonly ManifestRow[],
  journal: readonly JournalEntry[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const claims = new Map<string, Set<string>>();
  const claim = (output: string, hash: string): void => {
    const known = claims.get(output);
    if (known === undefined) claims.set(output, new Set([hash]));
    else known.add(hash);
  };
  for (const { output, output_sha256 } of rows) {
    if (output !== undefined) claim(output, output_sha256 ?? '');
  }
  for (const { output, sha256: hash } of journal) claim(output, hash);
  return claims;
}
