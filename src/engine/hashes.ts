import * as crypto from 'node:crypto';

/** As 64 hex digits. `crypto.hash` (Node 20.12) costs half of a hash object on a file of 5 KB. */
export function sha256(bytes: Uint8Array | string): string {
  return crypto.hash('sha256', bytes, 'hex');
}

export interface RunningHash {
  update(bytes: Uint8Array): void;
  digest(): string;
}

export function runningSha256(): RunningHash {
  const hash = crypto.createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

/** The name that git gives to these bytes, in a repository of 40 digits. */
export function gitBlob(bytes: Uint8Array): string {
  return crypto.createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
