/** Where things lie in an output folder. */
import { join } from 'node:path';
import { OWN_FOLDER } from './folder.ts';

export interface Layout {
  readonly out: string;
  readonly own: string;
  readonly state: string;
  readonly manifest: string;
  readonly removed: string;
  readonly duplicates: string;
  readonly passages: string;
  readonly summary: string;
  readonly decisions: string;
  readonly prints: string;
  readonly sites: string;
  readonly sums: string;
  readonly lock: string;
}

export function layoutOf(out: string): Layout {
  const own = join(out, OWN_FOLDER);
  const state = join(own, 'state');
  return {
    out,
    own,
    state,
    manifest: join(own, 'manifest.jsonl'),
    removed: join(own, 'removed.jsonl'),
    duplicates: join(own, 'duplicates.jsonl'),
    passages: join(own, 'passages.jsonl'),
    summary: join(own, 'summary.json'),
    decisions: join(own, 'decisions.jsonl'),
    prints: join(state, 'fingerprints'),
    sites: join(state, 'sites'),
    sums: join(state, 'sums.json'),
    lock: join(state, 'lock'),
  };
}

/** Name of a run's own folder in `state`. */
export const RUN_FOLDER: RegExp = /^run-\d+$/;
export const JOURNAL = 'journal';
