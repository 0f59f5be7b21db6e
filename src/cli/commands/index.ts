/** The commands but completion, which `main.ts` loads. They are loaded together: a small file more costs a run a millisecond, all the others' code two. */
import type { CommandName } from '../option-table.ts';
import type { Command } from '../session.ts';
import { check } from './check.ts';
import { clean } from './clean.ts';
import { dups } from './dups.ts';
import { explain } from './explain.ts';
import { restore } from './restore.ts';
import { rules } from './rules.ts';
import { verify } from './verify.ts';

export const COMMANDS: Readonly<Record<Exclude<CommandName, 'completion'>, Command>> = {
  clean,
  check,
  dups,
  explain,
  restore,
  verify,
  rules,
};
