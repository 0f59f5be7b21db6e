/**
 * `check` on a repository of scrapes: all of them without and with a cache, then `--since` with five that are new, one of them
 * a copy of an old one. Seconds of wall time, beside `git status` and an empty program in the same run.
 * node bench/speed/since.mjs [FILES]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILES = Number(process.argv[2] ?? 10_000);
const PARAGRAPHS = 6;
const SENTENCES = 4;
const WORDS = 18;
const VOCABULARY = 4000;
const binary = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'bin', 'clean-archive.js');
const home = mkdtempSync(join(tmpdir(), 'clean-archive-since-'));

/** Numerical Recipes' generator: the same pages in every run. */
function numbersFrom(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const SYLLABLES = [
  'ba',
  'ker',
  'lin',
  'dor',
  'mas',
  'tel',
  'ver',
  'no',
  'sten',
  'gral',
  'pi',
  'ron',
  'sul',
  'tay',
  'wen',
];

function wordOf(number) {
  const word = [];
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word.push(SYLLABLES[rest % SYLLABLES.length]);
  return word.join('');
}

function pageOf(number) {
  const next = numbersFrom(number + 1);
  const sentence = () => {
    const words = Array.from({ length: WORDS }, () => wordOf(next(VOCABULARY)));
    return `The ${words.join(' ')}.`;
  };
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => Array.from({ length: SENTENCES }, sentence).join(' '));
  return `Home | News | Sport\n\n${paragraphs.join('\n\n')}\n\nNo comments:\n\nCopyright 2011 The Courier. All rights reserved.\n`;
}

function put(path, text) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

function git(...args) {
  const who = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: home, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function timed(name, command, args, wanted) {
  const start = process.hrtime.bigint();
  const { status, stdout } = spawnSync(command, args, { cwd: home, encoding: 'utf8', maxBuffer: 1 << 30 });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== wanted) throw new Error(`${name}: exit ${status}`);
  console.log(`${name.padEnd(46)} ${wall.toFixed(2).padStart(7)} s`);
  return stdout;
}

try {
  for (let at = 0; at < FILES; at++) put(`raw/${Math.floor(at / 500)}/${at}.txt`, pageOf(at));
  put('.gitignore', 'cache\n');
  git('init', '-qb', 'main');
  git('add', '-A');
  git('commit', '-qm', 'scrapes');
  git('checkout', '-qb', 'more');
  console.log(`${FILES} files`);
  const check = (name, args, wanted) => timed(name, process.execPath, [binary, 'check', 'raw', '-q', ...args], wanted);
  timed('an empty program', process.execPath, ['-e', '0'], 0);
  timed('git status', 'git', ['status', '--short'], 0);
  check('check', [], 0);
  check('check --cache, nothing there yet', ['--cache', 'cache'], 0);
  check('check --cache, nothing new', ['--cache', 'cache'], 0);
  for (let at = 0; at < 4; at++) put(`raw/new-${at}.txt`, pageOf(FILES + at));
  put('raw/new-4.txt', pageOf(Math.floor(FILES / 2)));
  check('check --since, five new files', ['--cache', 'cache', '--since', 'main'], 1);
  const told = check('check --since, once more', ['--cache', 'cache', '--since', 'main'], 1);
  if (!told.includes('the same article as')) throw new Error('the copy of an old file was not found');
} finally {
  rmSync(home, { recursive: true, force: true });
}
