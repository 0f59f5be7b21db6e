/**
 * Holds the first promise against every text of ../shared/data/extraction: each non-blank line is exactly one of: in the article,
 * in removed.jsonl, in a document that duplicates.jsonl sets aside. The real binary does the run; this file counts on its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, '../shared/data/extraction');
const MOST_SHOWN = 20;
const LINE_END = /\r\n|[\r\n]/;
/** What Markdown puts before a kept line. */
const MARK = /^#{1,6} /;

if (existsSync(data)) checkAll();
else process.stdout.write('conservation: SKIPPED, ../shared/data/extraction is not beside the project\n');

function checkAll() {
  const folder = mkdtempSync(join(tmpdir(), 'clean-archive-conservation-'));
  try {
    const texts = writeTexts(join(folder, 'raw'));
    const binary = join(root, 'bin/clean-archive.js');
    const { status, stderr } = spawnSync(process.execPath, [binary, 'raw', 'out'], { cwd: folder, encoding: 'utf8' });
    const problems = status === 0 ? [] : [`exit ${status}: ${stderr}`];
    const counts = account(texts, join(folder, 'out'), problems);
    tell(texts.size, counts, problems);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Path to text, as written. */
function writeTexts(raw) {
  const texts = new Map();
  for (const file of readdirSync(data).sort()) {
    if (!file.endsWith('.jsonl.gz')) continue;
    const set = file.slice(0, -'.jsonl.gz'.length);
    mkdirSync(join(raw, set), { recursive: true });
    const rows = gunzipSync(readFileSync(join(data, file)))
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
    rows.forEach((row, at) => {
      const path = `${set}/${String(at).padStart(4, '0')}.txt`;
      const { text } = JSON.parse(row);
      writeFileSync(join(raw, path), text);
      texts.set(path, text);
    });
  }
  return texts;
}

function account(texts, out, problems) {
  const own = join(out, '_clean-archive');
  const manifest = new Map(records(join(own, 'manifest.jsonl')).map((row) => [row.path, row]));
  const aside = new Set(records(join(own, 'duplicates.jsonl')).map((row) => row.other));
  const removed = grouped(records(join(own, 'removed.jsonl')));
  const counts = { article: 0, removed: 0, aside: 0 };
  for (const [path, text] of texts) {
    const lines = text.split(LINE_END).map((line) => line.trim());
    const left = lines.flatMap((line, at) => (line === '' ? [] : [at]));
    const row = manifest.get(path);
    const rows = removed.get(path) ?? [];
    if (row?.outcome === 'duplicate' && aside.has(path)) {
      if (rows.length > 0) problems.push(`${path}: set aside and in removed.jsonl`);
      counts.aside += left.length;
      continue;
    }
    const taken = takenLines(path, lines, rows, problems);
    counts.removed += taken.size;
    const wanted = left.filter((at) => !taken.has(at)).map((at) => lines[at]);
    const article = row?.output === undefined ? [] : bodyLines(readFileSync(join(out, row.output), 'utf8'));
    compareLines(path, wanted, article, problems);
    counts.article += article.length;
  }
  return counts;
}

/** Zero-based numbers of the non-blank lines in removed.jsonl; none may stand there twice, and its text must be theirs. */
function takenLines(path, lines, rows, problems) {
  const taken = new Set();
  for (const {
    lines: [first, last],
    text,
    rule,
    reason,
  } of rows) {
    if (!rule || !reason) problems.push(`${path}:${first}: no rule or no reason`);
    const recorded = text.split('\n').map((line) => line.trim());
    for (let at = first - 1; at < last; at++) {
      if (lines[at] !== recorded[at - first + 1]) problems.push(`${path}:${at + 1}: removed.jsonl has another text`);
      if (lines[at] === '') continue;
      if (taken.has(at)) problems.push(`${path}:${at + 1}: in removed.jsonl twice`);
      taken.add(at);
    }
  }
  return taken;
}

function compareLines(path, wanted, article, problems) {
  const differs = (line, at) => line !== article[at] && line !== article[at]?.replace(MARK, '');
  const at = wanted.findIndex(differs);
  if (at >= 0)
    problems.push(
      `${path}: kept line ${at + 1} is ${JSON.stringify(wanted[at])}, the article has ${JSON.stringify(article[at])}`,
    );
  else if (article.length > wanted.length)
    problems.push(`${path}: the article has a line too many: ${JSON.stringify(article[wanted.length])}`);
}

function bodyLines(markdown) {
  const body = markdown.startsWith('---\n')
    ? markdown.slice(markdown.indexOf('\n---\n', 3) + '\n---\n'.length)
    : markdown;
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function records(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row.file);
    if (group === undefined) groups.set(row.file, [row]);
    else group.push(row);
  }
  return groups;
}

function tell(files, { article, removed, aside }, problems) {
  const say = (line) => process.stdout.write(`${line}\n`);
  say(
    `conservation: ${files} files, ${article + removed + aside} lines: ${article} in articles, ${removed} in removed.jsonl, ${aside} in documents set aside`,
  );
  for (const problem of problems.slice(0, MOST_SHOWN)) say(`  ${problem}`);
  if (problems.length > MOST_SHOWN) say(`  and ${problems.length - MOST_SHOWN} more`);
  say(
    problems.length === 0
      ? 'conservation: every line is accounted for once'
      : `conservation: ${problems.length} problems`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
