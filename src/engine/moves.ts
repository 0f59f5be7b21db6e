/**
 * Renames that can be taken back: what a file replaces is kept under a second name until the end. Links cost no space, so a
 * full disk does not keep the old state from coming back.
 */
import { linkSync, lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { outputError, removeFile } from './disk.ts';
import { OutFolders } from './folders.ts';
import { systemCode } from './found.ts';

interface Move {
  readonly target: () => string;
  /** Second name of what stood there; none if nothing did. */
  readonly before: string | undefined;
}

export class Moves {
  readonly #folders: OutFolders;
  readonly #stage: string;
  readonly #done: Move[] = [];

  constructor(out: string, stage: string) {
    this.#folders = new OutFolders(out);
    this.#stage = stage;
  }

  /** Makes the folders above an output. */
  prepare(output: string): void {
    this.#folders.pathOf(output);
  }

  placeOutput(staged: string, output: string): void {
    this.#move(staged, () => this.#folders.pathOf(output), output);
  }

  place(staged: string, target: string, shown: string): void {
    this.#move(staged, () => target, shown);
  }

  /** True if everything is as it was. */
  takeBack(): boolean {
    let isWhole = true;
    for (const { target, before } of this.#done.toReversed()) {
      try {
        if (before === undefined) isWhole = removeFile(target()) && isWhole;
        else renameSync(before, target());
      } catch {
        isWhole = false;
      }
    }
    this.#folders.removeCreated();
    return isWhole;
  }

  close(): void {
    this.#folders.close();
  }

  #move(from: string, target: () => string, shown: string): void {
    try {
      const before = this.#keep(target());
      renameSync(from, target());
      this.#done.push({ target, before });
    } catch (error) {
      throw outputError(shown, error, 0);
    }
  }

  /** File systems without links cannot take back; the journal then stays, and the next run puts things right. */
  #keep(target: string): string | undefined {
    if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return undefined;
    const before = join(this.#stage, `before-${this.#done.length}`);
    try {
      linkSync(target, before);
    } catch (error) {
      if (!WITHOUT_LINKS.has(systemCode(error))) throw error;
    }
    return before;
  }
}

const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);
