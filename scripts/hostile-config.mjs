/**
 * Holds the real binary against the hostile configurations of ../shared/data/hostile/config. Their file names and keys are
 * those of no tool in particular: each row is put into our file names and keys, so that it would do here what it is meant to
 * do, and is judged by what the row expects. Prints `23 of 23`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, '../shared/data/hostile/config/hostile-config.jsonl');
const binary = join(root, 'bin/clean-archive.js');

const LONGEST_RUN = 5000;
const MOST_MEMORY = 256 * 1024;
const SECRET = 'root:secret-of-the-canary';
const EVIL = `import { writeFileSync } from 'node:fs'; writeFileSync('pwned', '1');`;
const PAGE = `The ferry between Lenne and the island will sail again on Friday, the harbour office said on Monday evening.

${'a'.repeat(9000)}b

It had been in the yard since April, when a survey found that the plates were thinner than the rules allow.

${'aa '.repeat(3000)}
`;
/** Tells at the end whether a prototype was changed, what memory it took, and whether anything was looked up or connected to. */
const PROBE = `
import dns from 'node:dns'; import net from 'node:net'; import { writeFileSync } from 'node:fs';
let calls = 0;
const connect = net.Socket.prototype.connect; net.Socket.prototype.connect = function (...given) { calls++; return connect.apply(this, given); };
const lookup = dns.lookup; dns.lookup = (...given) => { calls++; return lookup(...given); };
process.on('exit', () => writeFileSync(process.env.PROBE_FILE, JSON.stringify({
  polluted: 'polluted' in {} || Object.hasOwn(Object.prototype, 'polluted'), calls, memory: process.resourceUsage().maxRSS })));
`;

/** Every check is a list of complaints. */
const refused = ({ code, err }) => [
  ...(code === 2 ? [] : [`exit ${code}`]),
  ...(/^clean-archive: [a-z-]+: [^\n]+\n$/.test(err) ? [] : [`not one line: ${JSON.stringify(err.slice(0, 200))}`]),
];
const accepted = ({ code, err }) => (code === 0 ? [] : [`exit ${code}: ${err.slice(0, 200)}`]);
const placed = (run) => [
  ...refused(run),
  ...(/clean-archive\.(?:json|yaml):\d+:\d+: /.test(run.err) ? [] : [`no place: ${run.err.slice(0, 200)}`]),
];
const refusedOrDone = (run) => (run.code === 0 ? [] : refused(run));
const says = (pattern) => (run) => [
  ...placed(run),
  ...(pattern.test(run.err) ? [] : [`says ${run.err.slice(0, 200)}`]),
];

const ours = (from, to) => (content) => content.replaceAll(`"${from}"`, `"${to}"`);
const json = (check, rewrite = (content) => content) => [{ name: 'clean-archive.json', rewrite, check }];
const yaml = (check) => [{ name: 'clean-archive.yaml', rewrite: (content) => content, check }];
const alone = (content, check = placed) => ({ name: 'clean-archive.json', rewrite: () => content, check });
/** Code under every name that somebody might look for is left alone, and is no configuration if it is named. */
const code = (ending) => [
  ...['.clean-archiverc', 'clean-archive', 'clean-archive.config'].flatMap((stem) => [
    { name: `${stem}.${ending}`, rewrite: (content) => content, check: accepted },
    {
      name: `${stem}.${ending}`,
      rewrite: (content) => content,
      check: refused,
      args: ['--config', `${stem}.${ending}`],
    },
  ]),
];

/** By the row's reason: the runs that would do here what the row is about. */
const ROWS = {
  'prototype key at the top': json(says(/"__proto__" is no key/)),
  'constructor.prototype': json(says(/"constructor" is no rule/)),
  'config moves the output out of the project': json(says(/leads out of the folder/)),
  'absolute path from config': json(says(/counts from the folder/)),
  'reads another file': json(says(/leads out of the folder/)),
  network: json(says(/nothing is fetched/)),
  'code as config': [],
  'plugin from a config': [
    { name: 'package.json', rewrite: (content) => content, check: refused },
    alone('{"plugins":["./evil.js"]}'),
    alone('{"extends":"./evil.js"}'),
  ],
  'exponential pattern': [
    ...json(refusedOrDone, ours('patterns', 'drop')),
    ...json(refusedOrDone, ours('patterns', 'keep')),
    alone('{"drop":["^(a+)+$","(a|aa)+c","(a|a)*$"]}', refusedOrDone),
  ],
  'polynomial pattern': [
    ...json(refusedOrDone, ours('patterns', 'drop')),
    alone('{"keep":["(.*a){20}","(.*.*.*)*x","(?:a?){400}a{400}"]}', refusedOrDone),
  ],
  'invalid pattern': json(placed, ours('patterns', 'drop')),
  'hostile globs': [
    ...json(refusedOrDone),
    ...json(refusedOrDone, ours('include', 'exclude')),
    alone(`{"exclude":["${'**/a/'.repeat(9)}x"]}`, refused),
    alone(
      '{"overrides":[{"files":["+(a|aa)+(a|aa)","{1..99999999}","**/**/**/**/**/x"],"drop":["x"]}]}',
      refusedOrDone,
    ),
  ],
  numbers: [alone('{"timeout-per-file":1e999}'), alone('{"jobs":-1}'), alone('{"max-file-size":"NaN"}')],
  'resource grab': json(placed, ours('workers', 'jobs')),
  'duplicate key': [alone('{"jobs":1,"jobs":2}'), ...json(refused)],
  'byte order mark': json(accepted),
  'empty file': json(says(/the file is empty/)),
  'module path as reporter': json(refused),
  'escape in config shown in an error': [
    ...json(refused),
    ...json(refused, ours('message', 'level')),
    ...json(refused, ours('message', 'extends')),
    alone(JSON.stringify({ '\u001b[2J\u001b]0;x\u0007': 1 })),
    alone(JSON.stringify({ drop: ['[\u001b[2J'] })),
  ],
  'alias growth': [
    ...yaml(placed),
    {
      name: 'clean-archive.yaml',
      rewrite: (content) => content.replace(/^g: /m, 'drop: ').replace(/^([a-f]): /gm, 'x$1: '),
      check: placed,
    },
  ],
  'code tag': [
    ...yaml(placed),
    {
      name: 'clean-archive.yaml',
      rewrite: (content) => content.replace('x:', 'level:'),
      check: says(/tags are not read/),
    },
  ],
  'merge key': yaml(placed),
};

if (existsSync(data)) checkAll();
else process.stdout.write('hostile configurations: SKIPPED, ../shared/data/hostile is not beside the project\n');

function checkAll() {
  const rows = readFileSync(data, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  let held = 0;
  for (const row of rows) {
    const problems = complaintsOf(row);
    if (problems.length === 0) held += 1;
    for (const problem of problems) process.stdout.write(`  ${row.why}: ${problem}\n`);
  }
  process.stdout.write(`hostile configurations: ${held} of ${rows.length}\n`);
  process.exitCode = held === rows.length ? 0 : 1;
}

function complaintsOf(row) {
  const runs = row.why === 'code as config' ? code(row.file.split('.').at(-1)) : (ROWS[row.why] ?? []);
  if (runs.length === 0) return ['nobody has said what this row is here'];
  return runs.flatMap((run) => tryOne(row, run));
}

function tryOne(row, { name, rewrite, check, args = [] }) {
  const base = mkdtempSync(join(tmpdir(), 'clean-archive-hostile-'));
  try {
    const project = join(base, 'a', 'b', 'project');
    layOut(base, project);
    writeFileSync(join(project, name), rewrite(row.content));
    const before = filesIn(base);
    const run = start(
      base,
      project,
      ['raw', 'out', '--timeout-per-file', '5', ...args].filter((word) => word !== ''),
    );
    const strange = filesIn(base).filter((file) => !before.includes(file) && !file.startsWith('a/b/project/out/'));
    return [
      ...check(run),
      ...strange.map((file) => `${file} was written`),
      ...(run.probe.polluted ? ['a prototype was changed'] : []),
      ...(run.probe.calls > 0 ? ['it went to the network'] : []),
      ...(run.probe.memory > MOST_MEMORY ? [`${run.probe.memory} KiB of memory`] : []),
      ...(run.milliseconds > LONGEST_RUN ? [`${run.milliseconds} ms`] : []),
      ...(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(run.err) ? ['a control sign was printed'] : []),
      ...(run.err.includes('secret') || run.err.includes('root:') ? ['the content of another file was shown'] : []),
      ...(run.code === 2 && existsSync(join(project, 'out')) ? ['something was written in spite of exit 2'] : []),
    ].map((problem) => `${name}: ${problem}`);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** A project three folders deep, with what a configuration should not reach around it. */
function layOut(base, project) {
  mkdirSync(join(project, 'raw'), { recursive: true });
  mkdirSync(join(base, 'etc'));
  writeFileSync(join(project, 'raw', 'page.txt'), PAGE);
  writeFileSync(join(base, 'etc', 'passwd'), `${SECRET}:0:0\n`);
  writeFileSync(join(base, 'probe.mjs'), PROBE);
  for (const folder of [project, join(base, 'a')]) {
    writeFileSync(join(folder, 'evil.js'), EVIL);
  }
}

function start(base, project, args) {
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(join(base, 'probe.mjs')).href, binary, ...args],
    {
      cwd: project,
      encoding: 'utf8',
      timeout: LONGEST_RUN * 2,
      env: { PATH: process.env.PATH, HOME: base, PROBE_FILE: join(base, 'probe.json') },
    },
  );
  const milliseconds = Math.round(performance.now() - began);
  const file = join(base, 'probe.json');
  const probe = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { polluted: true, calls: 0, memory: 0 };
  rmSync(file, { force: true });
  return { code: status, err: stderr, milliseconds, probe };
}

function filesIn(base) {
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(base, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
}
