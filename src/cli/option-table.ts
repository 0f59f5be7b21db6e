/** The one table of options: flags, help, choices and defaults are read from here and stand nowhere else. */
import type { Extra } from '../pipeline/clean.ts';
import { KIND_TEXTS } from '../report/check-report.ts';
import { REPORTER_NAMES } from '../report/reporter.ts';

export type CommandName = 'clean' | 'check' | 'dups' | 'explain' | 'restore' | 'verify' | 'rules' | 'completion';

/** In the order in which help shows them: what people ask for most comes first. */
export const GROUPS = ['Output', 'Gate', 'Cleaning', 'Duplicates', 'Input', 'Running', 'Talking'] as const;

export type OptionGroup = (typeof GROUPS)[number];

export interface OptionEntry {
  /** What the value is stands between `<` and `>`: `file`, `path` and `folder` are completed as such. */
  readonly flags: string;
  readonly help: string;
  readonly commands: readonly CommandName[];
  readonly choices?: readonly string[];
  /** Words that a shell offers though the value may be another, or several of them. */
  readonly offers?: readonly string[];
  /** The value is a list with commas between its words. */
  readonly list?: true;
  /** `-` (stdin or stdout) may stand for the file or folder. */
  readonly dash?: true;
  readonly default?: string | boolean;
  /** May be given several times; the values are gathered. */
  readonly many?: true;
  /** Another name of this option: what is typed for one is typed for both. */
  readonly sameAs?: string;
  /** Typed for one run at a time: no key of configuration files and no variable of the environment. */
  readonly config?: false;
  readonly group: OptionGroup;
}

const JUDGES: readonly CommandName[] = ['clean', 'check', 'explain'];
const READERS: readonly CommandName[] = ['clean', 'check', 'dups', 'explain'];
const WALKERS: readonly CommandName[] = ['clean', 'check', 'dups'];
const RUNS: readonly CommandName[] = ['clean', 'check'];
const CLEAN: readonly CommandName[] = ['clean'];
const CHECK: readonly CommandName[] = ['check'];
export const COMMAND_NAMES: readonly CommandName[] = [
  'clean',
  'check',
  'dups',
  'explain',
  'restore',
  'verify',
  'rules',
  'completion',
];
/** All but those whose output is a script. */
const TALKERS: readonly CommandName[] = COMMAND_NAMES.filter((name) => name !== 'completion');

/** What `--with` can keep. */
export const EXTRAS: readonly Extra[] = ['captions', 'comments', 'related'];

/** These two are answered without a command. */
export const HELP_OPTION: OptionEntry = {
  flags: '-h, --help',
  help: 'this help',
  commands: COMMAND_NAMES,
  group: 'Talking',
};
export const VERSION_OPTION: OptionEntry = {
  flags: '--version',
  help: 'the version',
  commands: CLEAN,
  group: 'Talking',
};

/** Common ones first within their group: help prints them in this order. */
export const OPTIONS: readonly OptionEntry[] = [
  {
    flags: '-o, --out <folder>',
    help: 'write there; all other paths are inputs; - is stdout',
    dash: true,
    commands: CLEAN,
    group: 'Output',
  },
  {
    flags: '-n, --dry-run',
    help: 'say what would happen, write nothing',
    commands: CLEAN,
    group: 'Output',
    config: false,
  },
  {
    flags: '--to <format>',
    help: 'what to write: md in a folder, txt on stdout unless you say',
    choices: ['md', 'txt', 'jsonl'],
    commands: CLEAN,
    group: 'Output',
  },
  {
    flags: '--format <format>',
    help: 'the same as --to',
    choices: ['md', 'txt', 'jsonl'],
    commands: CLEAN,
    group: 'Output',
    sameAs: 'to',
    config: false,
  },
  { flags: '--no-title', help: 'leave the title out of text', commands: CLEAN, group: 'Output' },
  { flags: '--no-front-matter', help: 'leave the front matter out of Markdown', commands: CLEAN, group: 'Output' },
  {
    flags: '-f, --force',
    help: 'write over articles that a person edited',
    commands: CLEAN,
    group: 'Output',
    config: false,
  },
  { flags: '--prune', help: 'remove articles whose input is gone', commands: CLEAN, group: 'Output', config: false },
  {
    flags: '-o, --out <folder>',
    help: 'as the run that wrote this folder decided it: siblings, restored lines and copies too',
    commands: ['explain'],
    group: 'Output',
    config: false,
  },
  {
    flags: '--format <format>',
    help: 'lines: the plain margin form that fixtures use',
    choices: ['lines'],
    commands: ['explain'],
    group: 'Output',
    config: false,
  },
  {
    flags: '--diff',
    help: 'a unified diff from raw to clean; of two files, from the one clean text to the other',
    commands: ['explain'],
    group: 'Output',
    config: false,
  },
  {
    flags: '--fail-on <level>',
    help: 'exit 1 if there is anything of this level or a worse one',
    choices: ['error', 'warning', 'note'],
    default: 'error',
    commands: CHECK,
    group: 'Gate',
  },
  {
    flags: '--max <kind=n>',
    help: 'let so many of a kind pass, and fail above: a number of findings, or N% of the files (may be repeated)',
    offers: Object.keys(KIND_TEXTS),
    commands: CHECK,
    many: true,
    group: 'Gate',
  },
  {
    flags: '--since <commit>',
    help: 'tell only of files that changed since the branch left this commit; compare them with all the others',
    commands: CHECK,
    group: 'Gate',
    config: false,
  },
  {
    flags: '--beside <path>',
    help: 'compare with what is there too, without telling of it (may be repeated)',
    commands: CHECK,
    many: true,
    group: 'Gate',
  },
  {
    flags: '--baseline <file>',
    help: 'what is known and fails no more; clean-archive-baseline.json if there is one',
    commands: CHECK,
    group: 'Gate',
  },
  {
    flags: '--update-baseline',
    help: 'write it anew: what is there now is known',
    commands: CHECK,
    group: 'Gate',
    config: false,
  },
  {
    flags: '--reporter <name:file>',
    help: `${REPORTER_NAMES.join(', ')}: to stdout, or to a file as in sarif:check.sarif (may be repeated)`,
    offers: REPORTER_NAMES,
    commands: CHECK,
    many: true,
    group: 'Gate',
  },
  {
    flags: '--from <format>',
    help: 'read every input as this',
    choices: ['text', 'html', 'markdown', 'jsonl'],
    commands: READERS,
    group: 'Input',
  },
  { flags: '--encoding <encoding>', help: 'read every input in this encoding', commands: READERS, group: 'Input' },
  { flags: '--text-field <name>', help: 'JSONL: the field that holds the text', commands: READERS, group: 'Input' },
  {
    flags: '--include <glob>',
    help: 'only inputs that match (may be repeated)',
    commands: WALKERS,
    many: true,
    group: 'Input',
  },
  {
    flags: '--exclude <glob>',
    help: 'no inputs that match (may be repeated)',
    commands: WALKERS,
    many: true,
    group: 'Input',
  },
  {
    flags: '--files-from <file>',
    help: 'read the list of inputs from a file, or from stdin with -',
    dash: true,
    commands: WALKERS,
    group: 'Input',
    config: false,
  },
  {
    flags: '--null',
    help: 'names in that list end with NUL, not with the line',
    commands: WALKERS,
    group: 'Input',
    config: false,
  },
  {
    flags: '--stdin-path <path>',
    help: 'what stdin is called in reports',
    commands: ['clean', 'explain'],
    group: 'Input',
    config: false,
  },
  { flags: '--gitignore', help: 'leave out what .gitignore names', commands: WALKERS, group: 'Input' },
  { flags: '--hidden', help: 'read hidden files too', commands: WALKERS, group: 'Input' },
  { flags: '--follow', help: 'follow symbolic links', commands: WALKERS, group: 'Input' },
  { flags: '--max-file-size <size>', help: 'refuse larger files, e.g. 64M', commands: READERS, group: 'Input' },
  { flags: '--allow-empty', help: 'no input at all is no error', commands: RUNS, group: 'Input' },
  {
    flags: '--level <level>',
    help: 'how much article text may be lost at most: 0.15 %, 0.35 % or 2 % of its sentences',
    choices: ['gentle', 'standard', 'strict'],
    default: 'standard',
    commands: JUDGES,
    group: 'Cleaning',
  },
  {
    flags: '--with <extras>',
    help: 'keep captions, comments, related (comma-separated)',
    offers: EXTRAS,
    list: true,
    commands: JUDGES,
    group: 'Cleaning',
  },
  {
    flags: '--no-site-evidence',
    help: 'judge each page alone, whatever other pages of its site hold',
    commands: RUNS,
    group: 'Cleaning',
  },
  {
    flags: '--survivor <policy>',
    help: 'which of several copies stays',
    choices: ['complete', 'longest', 'oldest', 'newest', 'first'],
    default: 'complete',
    commands: WALKERS,
    group: 'Duplicates',
  },
  {
    flags: '--against <folder>',
    help: 'the result of an earlier run elsewhere: copies of what is there are set aside too',
    commands: WALKERS,
    group: 'Duplicates',
  },
  {
    flags: '--reference <folder>',
    help: 'documents that always stay; whatever is a copy of one goes',
    commands: WALKERS,
    group: 'Duplicates',
  },
  {
    flags: '--on-duplicate <action>',
    help: 'what becomes of the others',
    choices: ['skip', 'annotate', 'keep'],
    default: 'skip',
    commands: CLEAN,
    group: 'Duplicates',
  },
  { flags: '-j, --jobs <n>', help: 'number of workers', commands: WALKERS, group: 'Running' },
  {
    flags: '--timeout-per-file <seconds>',
    help: 'give a file up after this long',
    commands: WALKERS,
    group: 'Running',
  },
  {
    flags: '--memory <size>',
    help: 'so much of the tables stays in memory, e.g. 300M (64M unless you say), the rest in a temporary file',
    commands: ['dups'],
    group: 'Running',
  },
  {
    flags: '--exit-zero',
    help: 'exit 0 whatever was found, or 3 if an input cannot be read',
    commands: ['check', 'dups'],
    group: 'Running',
  },
  { flags: '--fail-fast', help: 'stop at the first input that cannot be read', commands: RUNS, group: 'Running' },
  {
    flags: '--cache <folder>',
    help: 'remember there what was found out about files, by their content',
    commands: CHECK,
    group: 'Running',
  },
  {
    flags: '--config <file>',
    help: 'read this configuration, wherever it lies, instead of the clean-archive.yaml found from here upwards',
    commands: TALKERS,
    group: 'Running',
    config: false,
  },
  {
    flags: '--no-config',
    help: 'read no configuration files',
    commands: TALKERS,
    group: 'Running',
    config: false,
  },
  {
    flags: '--print-config',
    help: 'say what holds and where each value comes from; do nothing',
    commands: TALKERS,
    group: 'Running',
    config: false,
  },
  {
    flags: '--raw <folder>',
    help: 'where the originals lie now, if they moved',
    commands: ['restore'],
    group: 'Input',
    config: false,
  },
  {
    flags: '-q, --quiet',
    help: 'say nothing but errors',
    commands: ['clean', 'dups', 'restore', 'verify'],
    group: 'Talking',
  },
  { flags: '-q, --quiet', help: 'findings alone: no sums, no progress', commands: CHECK, group: 'Talking' },
  {
    flags: '-v, --verbose',
    help: 'list and show everything; the stack of a fault of ours',
    commands: COMMAND_NAMES,
    group: 'Talking',
  },
  { flags: '--json', help: 'the result as JSON on stdout', commands: TALKERS, group: 'Talking', config: false },
  {
    flags: '--color <when>',
    help: 'colours',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    commands: TALKERS,
    group: 'Talking',
  },
  { flags: '--no-color', help: 'the same as --color never', commands: TALKERS, group: 'Talking', config: false },
];

/** The names of an option, the short one first where there is one. */
export function namesOf({ flags }: OptionEntry): readonly string[] {
  return flags.replace(/[<[].*/, '').match(/--?[a-z][a-z-]*/g) ?? [];
}

/** What its value is called; undefined for a switch. */
export function valueNameOf({ flags }: OptionEntry): string | undefined {
  return /<(.+)>/.exec(flags)?.[1];
}

/** All that a command takes, in the order of help. */
export function optionsOf(command: CommandName): readonly OptionEntry[] {
  const own = [...OPTIONS, HELP_OPTION, VERSION_OPTION].filter(({ commands }) => commands.includes(command));
  return GROUPS.flatMap((group) => own.filter((entry) => entry.group === group));
}
