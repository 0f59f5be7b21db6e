/** The keys of configuration files and the variables of the environment, drawn from the table of options. */
import { LIMITS } from '../../core/limits.ts';
import { type CommandName, OPTIONS, type OptionEntry } from '../option-table.ts';

export type ValueType =
  | { readonly kind: 'boolean' | 'text' | 'encoding' | 'glob' | 'path' | 'reporter' | 'seconds' | 'size' }
  | { readonly kind: 'choice' | 'words'; readonly of: readonly string[] }
  | { readonly kind: 'count'; readonly most: number };

export interface ConfigKey {
  /** As in a file; the flag without its dashes and without `no-`. */
  readonly key: string;
  /** As the parser of arguments calls it. */
  readonly name: string;
  readonly variable: string;
  readonly type: ValueType;
  readonly many: boolean;
  readonly help: string;
  readonly commands: readonly CommandName[];
  readonly default: string | boolean | undefined;
}

/** What a placeholder in the flags stands for. */
const PLACEHOLDERS: Readonly<Record<string, ValueType>> = {
  n: { kind: 'count', most: LIMITS.jobs.value },
  seconds: { kind: 'seconds' },
  size: { kind: 'size' },
  glob: { kind: 'glob' },
  encoding: { kind: 'encoding' },
  folder: { kind: 'path' },
  file: { kind: 'path' },
  path: { kind: 'path' },
};
const LONG_FLAG = /--(no-)?([a-z][a-z-]*)/;
const PLACEHOLDER = /<([^>]*)>/;
const WITH_FILE = ':file';

export const CONFIG_KEYS: readonly ConfigKey[] = keysOf(OPTIONS);

/** Options of one name are one key, for the commands that let it be configured. */
export function keysOf(options: readonly OptionEntry[]): readonly ConfigKey[] {
  const keys = new Map<string, ConfigKey>();
  for (const entry of options.filter(({ config }) => config !== false)) {
    const made = keyOf(entry);
    const known = keys.get(made.key);
    keys.set(made.key, known === undefined ? made : { ...known, commands: [...known.commands, ...made.commands] });
  }
  return [...keys.values()];
}

/** Names of values that an option stands for beside its own. */
export function otherNames(key: ConfigKey): readonly string[] {
  return OPTIONS.filter(({ sameAs }) => sameAs === key.key).map(({ flags }) => camelCase(longFlag(flags).word));
}

function keyOf(entry: OptionEntry): ConfigKey {
  const { word, isNegated } = longFlag(entry.flags);
  const type = typeOf(entry);
  return {
    key: word,
    name: camelCase(word),
    variable: `CLEAN_ARCHIVE_${word.replaceAll('-', '_').toUpperCase()}`,
    type,
    many: entry.many === true,
    help: isNegated ? `false: ${entry.help}` : entry.help,
    commands: entry.commands,
    default: entry.default ?? (type.kind === 'boolean' ? isNegated : undefined),
  };
}

function longFlag(flags: string): { readonly word: string; readonly isNegated: boolean } {
  const [, no, word = ''] = LONG_FLAG.exec(flags) ?? [];
  return { word, isNegated: no !== undefined };
}

function typeOf({ flags, choices, list, offers }: OptionEntry): ValueType {
  if (choices !== undefined) return { kind: 'choice', of: choices };
  if (list === true && offers !== undefined) return { kind: 'words', of: offers };
  const placeholder = PLACEHOLDER.exec(flags)?.[1];
  if (placeholder === undefined) return { kind: 'boolean' };
  if (placeholder.endsWith(WITH_FILE)) return { kind: 'reporter' };
  return PLACEHOLDERS[placeholder] ?? { kind: 'text' };
}

function camelCase(word: string): string {
  return word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
