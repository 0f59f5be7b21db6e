/** What `check` found of each document as findings, with the paths that people type. */
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { DocId, Kind, MatchKind } from '../core/types.ts';
import type { DuplicateRecord } from '../dedup/duplicate-records.ts';
import { endingOf } from '../formats/sniff.ts';
import { percent } from '../report/amounts.ts';
import { type CheckFinding, KIND_TEXTS, type Region } from '../report/check-report.ts';
import { documentName } from '../report/check-view.ts';
import type { HashedFinding } from './batch.ts';
import { ENDINGS } from './documents.ts';
import { type Entry, textIn } from './entries.ts';
import { sha256 } from './hashes.ts';

/** Where paths count from. */
export interface Places {
  readonly cwd: string;
  /** The inputs' common parent. */
  readonly root: string;
  /** From the root of the repository to the working folder. */
  readonly prefix: string;
}

const WHOLE_FILE: Region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
/** So much of an old text in a new one is all of it. */
const ALL = 0.95;
const COPIES: Readonly<Record<MatchKind, (kept: string) => string>> = {
  exact: (kept) => `the same article as ${kept}`,
  near: (kept) => `nearly the same words as ${kept}`,
  revision: (kept) => `another version of ${kept}`,
  truncated: (kept) => `the beginning of ${kept}`,
  excerpt: (kept) => `a part of ${kept}`,
  contained: (kept) => `contained in ${kept}`,
};

export class Teller {
  readonly #places: Places;
  readonly #entries: ReadonlyMap<DocId, Entry>;
  readonly #seen: Map<string, number> = new Map();

  constructor(places: Places, entries: ReadonlyMap<DocId, Entry>) {
    this.#places = places;
    this.#entries = entries;
  }

  tell(entries: readonly Entry[], duplicates: readonly DuplicateRecord[], tellsMore: boolean): readonly CheckFinding[] {
    const copies = new Map(duplicates.map((record) => [record.other, record]));
    return entries.flatMap((entry) => [
      ...this.#ofState(entry),
      ...this.#ofCopy(entry, copies.get(entry.id), tellsMore),
      ...this.#ofDocument(entry),
    ]);
  }

  /** From the working folder, with forward slashes. */
  pathOf({ path, absolute }: Pick<Entry, 'path' | 'absolute'>): string {
    return this.#shown(absolute === '' ? resolve(this.#places.root, path) : absolute);
  }

  #shown(absolute: string): string {
    const near = relative(this.#places.cwd, absolute);
    return (isAbsolute(near) ? absolute : near).replaceAll(sep, '/');
  }

  #ofState(entry: Entry): readonly CheckFinding[] {
    const { state, code = '', reason = '' } = entry;
    if (state === 'empty' || isTextless(entry))
      return [this.#finding(entry, 'empty', `no article: ${reason}`, { about: '' })];
    if (state !== 'failed') return [];
    const kind = code === 'oversized' ? 'oversized' : 'unreadable';
    return [this.#finding(entry, kind, reason, { about: code })];
  }

  #ofCopy(entry: Entry, record: DuplicateRecord | undefined, tellsMore: boolean): readonly CheckFinding[] {
    if (record === undefined) return [];
    const { kept, kind, setAside, scores } = record;
    const holdsAll = tellsMore && !setAside && scores.ofKept >= ALL;
    if (!setAside && !holdsAll) return [];
    const keptPath = this.#pathOfId(kept);
    const place = { path: keptPath, ...recordIn(this.#entries.get(kept)) };
    const name = documentName(place);
    const share = kind === 'exact' ? '' : ` (${sentencesInWords(scores.sentences)})`;
    const message = holdsAll ? `all of ${name}, and more` : `${COPIES[kind](name)}${share}`;
    const related = [{ ...place, message: 'the one that would stay' }];
    const isExact = setAside && kind === 'exact';
    return [
      this.#finding(entry, isExact ? 'duplicate' : 'near-duplicate', message, {
        // Which of several copies stays changes with those that come and go; that this is one does not.
        about: entry.record === undefined ? '' : (entry.print?.exact ?? ''),
        related,
      }),
    ];
  }

  /** Articles of other runs and references have the path that was shown for them. */
  #pathOfId(id: DocId): string {
    const entry = this.#entries.get(id);
    return entry === undefined ? id : this.pathOf(entry);
  }

  #ofDocument(entry: Entry): readonly CheckFinding[] {
    if (entry.findings === undefined) return [];
    const findings = JSON.parse(textIn(entry.findings)) as readonly HashedFinding[];
    const isEmpty = entry.state === 'empty';
    return findings
      .filter(({ kind }) => !(isEmpty && kind === 'low-yield'))
      .map(({ kind, message, hash, related, ...place }) =>
        this.#finding(entry, kind, message, {
          ...place,
          about: hash,
          related: related.map((one) => ({
            ...one,
            path: this.pathOf(entry),
            ...recordIn(entry),
            ...extractedIn(place),
          })),
        }),
      );
  }

  #finding(
    entry: Entry,
    kind: Kind,
    message: string,
    { about, ...more }: Partial<CheckFinding> & { readonly about: string },
  ): CheckFinding {
    const path = this.pathOf(entry);
    const named = posix.join(this.#places.prefix, path);
    const key = `${named}\0${kind}\0${about}`;
    const times = this.#seen.get(key) ?? 0;
    this.#seen.set(key, times + 1);
    return {
      kind,
      severity: KIND_TEXTS[kind].severity,
      path,
      ...recordIn(entry),
      region: WHOLE_FILE,
      lines: [],
      message,
      rules: [],
      related: [],
      fingerprint: sha256(`${key}\0${times}`),
      ...more,
    };
  }
}

/** A page that was taken for none: a download that broke off leaves an empty file, and what is named as text may hold none. */
export function isTextless({ state, path, bytes }: Entry): boolean {
  return state === 'skipped' && (bytes === 0 || (ENDINGS.has(endingOf(path)) && endingOf(path) !== ''));
}

function recordIn(entry: Entry | undefined): { readonly record?: number } {
  return entry?.record === undefined ? {} : { record: entry.record };
}

function extractedIn({ isExtracted }: Pick<CheckFinding, 'isExtracted'>): Pick<CheckFinding, 'isExtracted'> {
  return isExtracted === true ? { isExtracted } : {};
}

function sentencesInWords(share: number): string {
  return share >= 1 ? 'all of its sentences are there' : `${percent(share)} of its sentences are there`;
}
