/** What help says beside the table of options. */
import { EXIT_CODES } from './exit.ts';
import type { CommandName } from './option-table.ts';

export const SHORT_HELP = `Turns a folder of scraped pages into a folder of clean articles.

  clean-archive ./raw ./out              clean a folder; originals are never changed
  clean-archive page.txt                 show one page: the article, and why the rest went
  cat page.txt | clean-archive           filter
  clean-archive explain page.txt         what was decided about every line, and why

clean-archive --help lists everything.
`;

const COMMANDS = `Commands:
  clean-archive [clean] INPUT... OUT     clean (the default)
  clean-archive dups PATH...             which documents are copies of which
  clean-archive explain FILE[:LINE]...   what was decided about every line, and why
  clean-archive explain A B              are these two copies, and why or why not
  clean-archive restore OUT FILE[:LINES] put removed lines back, for good
  clean-archive verify OUT [RAW...]      is OUT whole, and what RAW gives?
  clean-archive rules [ID...]            the rules, their reasons and examples
  clean-archive help COMMAND             help on one of them
`;

export const BEFORE: Readonly<Record<CommandName, string>> = {
  clean: `Turns a folder of scraped pages into a folder of clean articles: site chrome, repeated
paragraphs and copies gone, title and date in front matter, a record of every line that went.

Examples:
  clean-archive ./raw ./out                          clean a folder
  clean-archive ./raw                                say what would happen
  clean-archive page.txt > article.txt               one page
  cat page.html | clean-archive - --to md            filter
  clean-archive ./raw - --to jsonl | jq -r .title    everything as JSON lines
  find raw -name '*.txt' -print0 | clean-archive --files-from - --null -o out

${COMMANDS}`,
  dups: `Tells which documents are copies of which, as they are: nothing is cleaned, nothing is written. The one that
would stay comes first in each group. Exits 1 if there are copies.

Examples:
  clean-archive dups ./raw
  clean-archive dups crawl.jsonl --json | jq -r '.copies[].path'
  clean-archive dups ./raw --survivor oldest --exit-zero
`,
  explain: `Shows for each line of a file whether it stayed, moved to the front matter or left, by which rule and why.
Two files are compared: are they copies, what do they share, what differs, what would a run do with them.

Examples:
  clean-archive explain raw/page.txt                 the whole page, kept lines folded
  clean-archive explain raw/page.txt:21              all evidence about one line
  clean-archive explain raw/page.txt --diff          as a unified diff
  clean-archive explain raw/page.txt --out ./out     as the run that wrote ./out decided it
  clean-archive explain a.txt b.txt                  two files: are they copies, and why or why not
  clean-archive explain a.txt b.txt --diff           from the clean text of one to that of the other
  clean-archive explain raw/*.txt                    three and more: each by itself, with totals at the end
`,
  restore: `Puts removed lines back into an article. Later runs honour it.

Examples:
  clean-archive restore ./out page.txt:14            line 14 of the input
  clean-archive restore ./out page.txt:14-16         several lines
  clean-archive restore ./out page.txt               all that was removed
`,
  verify: `Checks that an output folder is whole: every article as it was written, every line accounted for.
With RAW also that these inputs would give it. Names what differs and exits 1 if anything does.

Examples:
  clean-archive verify ./out
  clean-archive verify ./out ./raw
`,
  rules: `Lists the rules that judge lines; with ids, their reasons and examples.

Examples:
  clean-archive rules
  clean-archive rules chrome/copyright
`,
};

export const AFTER: string = `
Exit codes:
${EXIT_CODES.map(([code, meaning]) => `  ${code.padEnd(10)}${meaning}`).join('\n')}

Docs and issues: https://www.npmjs.com/package/clean-archive
`;
