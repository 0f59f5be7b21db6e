/** What shaped a result, as `summary.json` states it. Results are taken over only where all of this is the same. */

import { FINGERPRINT_VERSION } from '../dedup/fingerprint.ts';
import { CLEAN_VERSION } from '../pipeline/clean.ts';
import { COMPARE_VERSION } from '../pipeline/compare.ts';
import type { Job, Policy } from './request.ts';

export interface Settings {
  readonly level: string;
  readonly keep: readonly string[];
  readonly site_evidence: boolean;
  readonly from?: string;
  readonly encoding?: string;
  readonly text_field?: string;
  readonly to: string;
  readonly front_matter: boolean;
  readonly title: boolean;
  readonly survivor: string;
  readonly on_duplicate: string;
  /** Hash of the other archive that was compared with. */
  readonly against?: string;
  /** Hash of the documents that always stay. */
  readonly reference?: string;
  /** What the user's configuration says of rules and of lines. */
  readonly policy?: Policy;
  /** Where the inputs' common parent lies, seen from the folder that globs of the policy count from. */
  readonly base?: string;
}

/** Bumped when records or output files of the same article may come out differently. */
export const ENGINE_VERSION = 4;

export const VERSIONS: Readonly<Record<string, number>> = {
  clean: CLEAN_VERSION,
  fingerprint: FINGERPRINT_VERSION,
  compare: COMPARE_VERSION,
  engine: ENGINE_VERSION,
};

export function settingsOf(job: Job): Settings {
  const { cleaning, reading, writing, comparing } = job;
  return {
    level: cleaning.level,
    keep: [...cleaning.keep].sort(),
    site_evidence: job.siteEvidence,
    ...(reading.from === undefined ? {} : { from: reading.from }),
    ...(reading.encoding === undefined ? {} : { encoding: reading.encoding }),
    ...(reading.textField === undefined ? {} : { text_field: reading.textField }),
    to: writing.to,
    front_matter: writing.frontMatter,
    title: writing.title,
    survivor: comparing.survivor,
    on_duplicate: comparing.onDuplicate,
    ...(comparing.against === undefined ? {} : { against: comparing.against.digest }),
    ...(comparing.reference?.digest === undefined ? {} : { reference: comparing.reference.digest }),
    ...(cleaning.policy === undefined ? {} : { policy: cleaning.policy }),
    ...(cleaning.base === undefined ? {} : { base: cleaning.base }),
  };
}
