/** A page for each rule, from its own examples, and the list of them. */
import { RULES } from '../../dist/chrome/rules/index.js';
import { readHtmlText } from '../../dist/formats/index.js';
import { escapeTerminal } from '../../dist/report/escape.js';
import { makeDocument } from '../../dist/text/document.js';
import { cell, code, table } from './readme.mjs';

export const RULE_FOLDER = 'docs/rules';

const NOTE = '<!-- Written by scripts/docs.mjs from src/chrome/rules: change it there. -->';

/** Path from the root of the project, and text. */
export function rulePages() {
  return [
    [`${RULE_FOLDER}/README.md`, listPage()],
    ...RULES.map((rule) => [`${RULE_FOLDER}/${rule.id}.md`, rulePage(rule)]),
  ];
}

function listPage() {
  const rows = RULES.map(({ id, kind, title }) => [`[${code(id)}](${id}.md)`, kind, cell(title)]);
  return text([
    NOTE,
    '',
    '# Rules',
    '',
    'A rule looks at the lines of a page and votes that some of them go, or says nothing. It does not decide: the learned',
    'model, the other pages of the site and the protections of sentences are heard too, and `--level` says how sure they must',
    'be together. `clean-archive explain FILE:LINE` shows every vote on a line.',
    '',
    'Each page has the examples that the rule is tested with. `clean-archive rules ID` prints the same.',
    '',
    ...table(['rule', 'kind', 'what it finds'], rows),
    '',
    'Records and `explain` name judges that are no rules, too: `model/line` is the learned model, `site/template` the other',
    'pages of the site, `repeat/...` a passage that was said before, `meta/...` a line that moved to the front matter.',
  ]);
}

function rulePage(rule) {
  const goes = rule.examples.filter(({ drop }) => drop.length > 0);
  const stays = rule.examples.filter(({ drop }) => drop.length === 0);
  return text([
    NOTE,
    '',
    `# ${cell(rule.title)}`,
    '',
    `${code(rule.id)}, of the kind ${code(rule.kind)} ([all rules](${'../'.repeat(rule.id.split('/').length - 1)}README.md))`,
    '',
    cell(rule.why),
    '',
    '## What goes',
    '',
    'The lines with a minus; the others are not its business.',
    ...goes.flatMap(shown),
    '',
    '## What stays',
    '',
    'Looks like it, and is not.',
    ...stays.flatMap(shown),
    '',
    '## See it, undo it',
    '',
    '```sh',
    'clean-archive explain raw/page.txt            # every line of a page, and which rule spoke against it',
    'clean-archive explain raw/page.txt:21         # all the evidence about line 21',
    `jq -c 'select(.rule == "${rule.id}")' out/_clean-archive/removed.jsonl   # all that went by this rule in a run`,
    'clean-archive restore ./out raw/page.txt:21   # put line 21 back, for good',
    '```',
  ]);
}

/** Markup is shown as it was written, then as the lines that are judged. */
function shown(example) {
  if (!example.text.startsWith('<')) return fence('diff', marked(example.text.split(/\r\n|\r|\n/), example.drop));
  const document = makeDocument(readHtmlText(example.text, { path: 'example.html' }));
  const lines = Array.from({ length: document.lines.count }, (_, at) => document.line(at));
  return [...fence('html', example.text.split('\n')), ...fence('diff', marked(lines, example.drop))];
}

function marked(lines, drop) {
  return lines.map((line, at) => {
    const safe = escapeTerminal(line.trim());
    return safe === '' ? '' : `${drop.includes(at) ? '-' : ' '} ${safe}`;
  });
}

/** Longer than any run of its own sign inside, so that the text stays text. */
function fence(language, lines) {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const mark = '`'.repeat(longest + 1);
  return ['', `${mark}${language}`, ...lines, mark];
}

function text(lines) {
  return `${lines.join('\n')}\n`;
}
