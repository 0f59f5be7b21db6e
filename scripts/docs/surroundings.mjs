/** What the manual tells beside commands and options: the environment that is read, and files. */

export const ENVIRONMENT = [
  [
    'FORCE_COLOR',
    'Where --color does not say: colours for 1, 2, 3, true or nothing at all, none for anything else. Comes before NO_COLOR.',
  ],
  ['NO_COLOR', 'No colours if it is set and not empty, where --color does not say.'],
  ['TERM', 'No colours if it is dumb.'],
  ['CI', 'If it is set, no progress line is drawn on a terminal.'],
  [
    'CLEAN_ARCHIVE_LEVEL, …',
    'Any key of configuration files in capitals, with _ for -, before what files say; several values are parted by commas.',
  ],
  [
    'XDG_CONFIG_HOME',
    "Where the user's own clean-archive/config.yaml lies; .config in the home folder unless it says.",
  ],
  ['HOME', 'The home folder, for that, and as a place where no configuration of a project is looked for.'],
  ['USERPROFILE', 'The same where HOME is not set.'],
  ['GITHUB_STEP_SUMMARY', 'Where check with --reporter github puts the page of the job.'],
];

/** In `_clean-archive` of an output folder. */
export const OUTPUT_FILES = [
  ['manifest.jsonl', 'a line per document: hashes, encoding, outcome, metadata, counts'],
  ['removed.jsonl', 'a line per range of lines that left or moved: text, kind, rule, reason'],
  ['duplicates.jsonl', 'a line per copy: which one was kept, why, and what they share'],
  [
    'passages.jsonl',
    'a line per passage of 25 words and more that articles share without being copies, with its places',
  ],
  ['summary.json', 'the figures of the summary'],
  ['decisions.jsonl', 'lines a person put back; every later run keeps them'],
  ['state/', 'what the next run and `verify` go by; a run without it does all anew'],
];

export const IGNORE_FILE = [
  '.cleanarchiveignore',
  'what is left out of a folder of inputs, in the form of .gitignore; it always holds',
];
