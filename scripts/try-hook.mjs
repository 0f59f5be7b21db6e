/**
 * Runs the hook as pre-commit does: installed from this checkout by its commit, in a repository made for it. Needs git, and
 * pre-commit on the PATH or Python with access to packages; says so where they are not. Uncommitted changes are not seen.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = mkdtempSync(join(tmpdir(), 'clean-archive-hook-'));
const work = join(home, 'work');

const ARTICLE = `The council has agreed to repair the harbour wall before winter, after a debate that went on for three evenings.

Engineers had warned that forty metres of the wall could give way in a storm, and that the market would be flooded.

Work is to begin in the first week of October, and the county will pay for most of it, the harbour master said.
`;
const OTHER = `The orchard behind the mill was sold to a family from the south, who mean to keep its sixty kinds of pears.

They will open the old press again in autumn, and whoever brings fruit of their own may use it for a small fee.

The last owner had let the grass grow for nine years, and children came to believe that nobody owned the place.
`;

function run(command, args, more = {}) {
  const env = { ...process.env, PRE_COMMIT_HOME: join(home, 'hooks') };
  return spawnSync(command, args, { cwd: work, env, encoding: 'utf8', ...more });
}

function must(command, args, more) {
  const ran = run(command, args, more);
  if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ran.stdout}${ran.stderr}${ran.error ?? ''}`);
  return ran.stdout.trim();
}

/** Undefined where it is not to be had. */
function findPreCommit() {
  if (run('pre-commit', ['--version'], { cwd: home }).status === 0) return 'pre-commit';
  const venv = join(home, 'venv');
  if (run('python3', ['-m', 'venv', venv], { cwd: home }).status !== 0) return undefined;
  const installed = run(join(venv, 'bin/pip'), ['install', '--quiet', 'pre-commit'], { cwd: home });
  return installed.status === 0 ? join(venv, 'bin/pre-commit') : undefined;
}

function commit(message) {
  must('git', ['add', '-A']);
  return run('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org', 'commit', '-m', message]);
}

function tryHook(preCommit) {
  must('git', ['init', '--quiet', '--initial-branch', 'main', work], { cwd: home });
  const rev = must('git', ['rev-parse', 'HEAD'], { cwd: root });
  const words = [
    'id: clean-archive-check',
    'files: ^scrapes/',
    'args: [--beside, scrapes, --cache, .git/clean-archive]',
  ];
  const hook = `- ${[...words, 'language_version: system'].join('\n        ')}`;
  const config = `repos:\n  - repo: file://${root}\n    rev: ${rev}\n    hooks:\n      ${hook}\n`;
  writeFileSync(join(work, '.pre-commit-config.yaml'), config);
  must('mkdir', ['scrapes']);
  writeFileSync(join(work, 'scrapes/one.txt'), ARTICLE);
  writeFileSync(join(work, 'scrapes/two.txt'), OTHER);
  must(preCommit, ['install']);
  const clean = commit('two articles');
  if (clean.status !== 0) throw new Error(`the hook did not let clean scrapes pass:\n${clean.stdout}${clean.stderr}`);
  writeFileSync(join(work, 'scrapes/three.txt'), ARTICLE);
  const doubled = commit('one of them again');
  const said = `${doubled.stdout}${doubled.stderr}`;
  if (doubled.status === 0 || !said.includes('the same article as scrapes/one.txt'))
    throw new Error(`the hook let a copy pass:\n${said}`);
  must('git', [
    '-c',
    'user.name=nobody',
    '-c',
    'user.email=nobody@example.org',
    'commit',
    '--no-verify',
    '-qm',
    'so be it',
  ]);
  const all = run(preCommit, ['run', '--all-files']);
  if (all.status === 0 || !all.stdout.includes('the same article as'))
    throw new Error(`--all-files let a copy pass:\n${all.stdout}${all.stderr}`);
  console.log('the hook lets clean scrapes pass and stops a copy, in a commit and with --all-files');
}

try {
  const preCommit = findPreCommit();
  if (preCommit === undefined) console.log('SKIPPED: pre-commit is not installed and cannot be got');
  else tryHook(preCommit);
} finally {
  rmSync(home, { recursive: true, force: true });
}
