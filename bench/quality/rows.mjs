/** Reads the labelled sets (gzip JSONL, one page a row) from the folder of shared data. */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

export const SHARED = process.env.CLEAN_ARCHIVE_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
/** Sets that may be learned from are judged on fold 4; the others whole. */
export const SETS = [
  { name: 'wcxb-dev', fold: '4' },
  { name: 'fundus', fold: '4' },
  { name: 'chinese', fold: '4' },
  { name: 'newspaper' },
  { name: 'newspaper4k' },
  { name: 'readability' },
  { name: 'defuddle' },
];

export function setPath(name) {
  return `${SHARED}/data/extraction/${name}.jsonl.gz`;
}

export function hasShared() {
  return existsSync(SHARED);
}

export async function* rowsOf(name) {
  const lines = createInterface({ input: createReadStream(setPath(name)).pipe(createGunzip()) });
  for await (const line of lines) if (line !== '') yield JSON.parse(line);
}
