/** Files that `check` is asked for: reports, a baseline, and the page of a CI service. */
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { type Baseline, parseBaseline, renderBaseline } from '../report/baseline.ts';
import { createFile, outputError, removeFile, writeAll } from './disk.ts';
import { systemReason } from './found.ts';

export function writeReport(cwd: string, path: string, chunks: Iterable<string>): void {
  const absolute = resolve(cwd, path);
  try {
    mkdirSync(dirname(absolute), { recursive: true });
    const handle = openSync(absolute, 'w');
    try {
      for (const chunk of chunks) writeAll(handle, Buffer.from(chunk, 'utf8'));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw outputError(path, error);
  }
}

/** What a service shows of a job may hold the pages of several steps. */
export function appendReport(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw outputError(path, error);
  }
}

/** Undefined where there is none. */
export function readBaseline(cwd: string, path: string): Baseline | undefined {
  const absolute = resolve(cwd, path);
  if (!existsSync(absolute)) return undefined;
  try {
    return parseBaseline(readFileSync(absolute, 'utf8'), path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('bad-baseline', `${path}: ${systemReason(error)}`, error);
  }
}

/** Whole or not at all. */
export function writeBaseline(cwd: string, path: string, baseline: Baseline): void {
  const absolute = resolve(cwd, path);
  const staged = `${absolute}.new`;
  try {
    mkdirSync(dirname(absolute), { recursive: true });
    removeFile(staged);
    createFile(staged, Buffer.from(renderBaseline(baseline), 'utf8'), true);
    renameSync(staged, absolute);
  } catch (error) {
    throw outputError(path, error);
  }
}

export function isThere(cwd: string, path: string): boolean {
  return existsSync(resolve(cwd, path));
}
