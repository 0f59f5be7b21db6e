/** The command line as a shell sees it: commands, flags, and what may stand in each place. Made from the tables. */
import { COMMAND_TABLE, type Operand } from '../command-table.ts';
import {
  COMMAND_NAMES,
  type CommandName,
  HELP_OPTION,
  namesOf,
  OPTIONS,
  type OptionEntry,
  VERSION_OPTION,
  valueNameOf,
} from '../option-table.ts';

export const PROGRAM = 'clean-archive';

/** What may stand in a place: some words, and files or folders beside them. */
export interface Place {
  /** What help calls it. */
  readonly name: string;
  readonly words: readonly string[];
  /** Several of the words may stand there, with commas between them. */
  readonly isList: boolean;
  readonly paths: 'none' | 'files' | 'folders';
}

export interface Flag {
  /** The short one first where there is one. */
  readonly names: readonly string[];
  readonly help: string;
  readonly commands: readonly string[];
  /** Undefined for a switch. */
  readonly value: Place | undefined;
  readonly isMany: boolean;
}

export interface OperandPlace extends Place {
  readonly isMany: boolean;
}

export interface SurfaceCommand {
  readonly name: string;
  readonly summary: string;
  readonly operands: readonly OperandPlace[];
  readonly stdin: boolean;
}

export interface Surface {
  /** `help` is among them. */
  readonly commands: readonly SurfaceCommand[];
  readonly flags: readonly Flag[];
}

const FILE_NAMES: ReadonlySet<string> = new Set(['file', 'path']);
const DASH = '-';

export function surfaceOf(rules: readonly string[]): Surface {
  return {
    commands: [...COMMAND_NAMES.map((name) => commandOf(name, rules)), HELP],
    flags: [...OPTIONS, HELP_OPTION, VERSION_OPTION].map(flagOf),
  };
}

const HELP: SurfaceCommand = {
  name: 'help',
  summary: 'help on one of them',
  operands: [{ name: 'command', words: COMMAND_NAMES, isList: false, paths: 'none', isMany: false }],
  stdin: false,
};

export function flagsOf(surface: Surface, command: SurfaceCommand): readonly Flag[] {
  return surface.flags.filter(({ commands }) => commands.includes(command.name));
}

/** Names of flags whose value is the next word. */
export function valuedNames({ flags }: Surface): readonly string[] {
  return [...new Set(flags.flatMap(({ names, value }) => (value === undefined ? [] : names)))];
}

function commandOf(name: CommandName, rules: readonly string[]): SurfaceCommand {
  const { calls, operands, stdin } = COMMAND_TABLE[name];
  return {
    name,
    summary: calls[0][1],
    operands: operands.map((operand) => operandOf(operand, rules)),
    stdin: stdin === true,
  };
}

function operandOf({ spec, takes }: Operand, rules: readonly string[]): OperandPlace {
  const words = takes === 'rule' ? rules : typeof takes === 'string' ? [] : takes;
  const paths = takes === 'path' ? 'files' : takes === 'folder' ? 'folders' : 'none';
  return { name: spec.replace(/[^a-z]/g, ''), words, isList: false, paths, isMany: spec.includes('...') };
}

function flagOf(entry: OptionEntry): Flag {
  const { help, commands, many } = entry;
  return { names: namesOf(entry), help, commands, value: placeOf(entry), isMany: many === true };
}

function placeOf(entry: OptionEntry): Place | undefined {
  const name = valueNameOf(entry);
  if (name === undefined) return undefined;
  const { choices, offers, list, dash } = entry;
  const words = choices ?? offers ?? [];
  const paths = FILE_NAMES.has(name) ? 'files' : name === 'folder' ? 'folders' : 'none';
  return { name, words: dash === true ? [...words, DASH] : words, isList: list === true, paths };
}
