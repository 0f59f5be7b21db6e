/** Writing that says what went wrong: short writes go on, full disks are told with what was needed and what is free. */
import {
  closeSync,
  constants,
  fsyncSync,
  openSync,
  rmdirSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { OutputError } from '../core/errors.ts';
import { systemCode, systemReason } from './found.ts';

const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Creates the file; it may not exist. Durable on request. */
export function createFile(path: string, bytes: Uint8Array, durable = false): void {
  let handle: number;
  try {
    handle = openSync(path, CREATE, 0o666);
  } catch (error) {
    throw outputError(path, error, bytes.length);
  }
  try {
    writeAll(handle, bytes);
    if (durable) fsyncSync(handle);
  } catch (error) {
    throw outputError(path, error, bytes.length);
  } finally {
    closeSync(handle);
  }
}

/** `write` may take less than it was given, without an error. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(handle, bytes, at, bytes.length - at);
}

/** Makes names in a folder last through a power cut. Not every system can. */
export function syncFolder(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY);
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (systemCode(error) === 'EIO') throw outputError(path, error);
  } finally {
    closeSync(handle);
  }
}

export function outputError(path: string, error: unknown, need?: number): OutputError {
  if (error instanceof OutputError) return error;
  const code = systemCode(error);
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  const isDenied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  const space = isFull && need !== undefined ? `; ${need} bytes more are needed, ${freeBytes(path)} are free` : '';
  return new OutputError(
    isFull ? 'disk-full' : 'unwritable',
    `${path}: ${systemReason(error)}${space}${isDenied ? '; make it writable, or name another folder' : ''}`,
    error,
  );
}

function freeBytes(path: string): number {
  for (let at = dirname(path); ; at = dirname(at)) {
    try {
      const { bavail, bsize } = statfsSync(at);
      return bavail * bsize;
    } catch {
      if (dirname(at) === at) return 0;
    }
  }
}

/** Removes what is ours as far as possible; what stays is found by the next run. */
export function removeTree(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // A leftover is no reason to hide the error that led here.
  }
}

export function removeFile(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

export function removeEmptyFolder(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}
