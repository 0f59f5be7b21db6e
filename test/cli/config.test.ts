/** Configuration files: found, read, refused; and what wins over what. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CONFIG_KEYS, keysOf } from '../../src/cli/config/keys.ts';
import { OWN_KEYS } from '../../src/cli/config/read.ts';
import { OPTIONS } from '../../src/cli/option-table.ts';
import { folderWith, onTerminal, PAGE, type Ran, run } from './binary.ts';

interface Printed {
  readonly value: unknown;
  readonly from: string;
}

async function printed(
  cwd: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, Printed>>> {
  const { code, out, err } = await onTerminal(cwd, ['--print-config', '--json', ...args], { env });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Readonly<Record<string, Printed>>;
}

/** A project with this configuration; `clean-archive raw` is asked of it. */
async function refused(name: string, text: string): Promise<string> {
  const cwd = folderWith({ 'raw/page.txt': PAGE, [name]: text });
  const { code, out, err } = await onTerminal(cwd, ['raw', 'clean']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^clean-archive: config: [^\n]+\n$/);
  expect(readdirSync(cwd).sort()).toEqual([name, 'raw'].sort());
  return err;
}

describe('where a configuration is found', () => {
  test.each([
    'clean-archive.yaml',
    'clean-archive.yml',
    'clean-archive.json',
  ])('%s, in a folder above', async (name) => {
    const cwd = folderWith({ [name]: '{"level": "gentle"}', 'a/b/page.txt': PAGE });
    const { level } = await printed(join(cwd, 'a', 'b'));
    expect(level).toEqual({ value: 'gentle', from: `../../${name}:1` });
  });

  test('a key of package.json, with its line', async () => {
    const cwd = folderWith({ 'package.json': '{\n "name": "x",\n "clean-archive": {\n  "level": "strict" } }' });
    expect((await printed(cwd))['level']).toEqual({ value: 'strict', from: 'package.json:4' });
  });

  test('a file whose name only ends like package.json has its keys where they stand', async () => {
    const cwd = folderWith({ 'my-package.json': '{"level": "strict"}' });
    const { level } = await printed(cwd, ['--config', 'my-package.json']);
    expect(level).toEqual({ value: 'strict', from: 'my-package.json:1' });
  });

  test('a package.json of another program says nothing, broken or not', async () => {
    const cwd = folderWith({
      'package.json': '{"dependencies": {"clean-archive": "1.0.0"}}',
      'a/package.json': '{"clean-archive": ',
      'a/b/page.txt': PAGE,
    });
    expect((await printed(join(cwd, 'a', 'b')))['level']).toEqual({ value: 'standard', from: 'default' });
  });

  test('two in one folder are one too many, and both are named', async () => {
    const cwd = folderWith({ 'clean-archive.yml': 'jobs: 1', 'package.json': '{"clean-archive": {}}' });
    const { code, err } = await onTerminal(cwd, ['--print-config']);
    expect(code).toBe(2);
    expect(err).toMatch(/clean-archive\.yml and package\.json are in one folder/);
  });

  test('not above the root of the repository, and none of the home folder', async () => {
    const home = folderWith({ 'clean-archive.yaml': 'level: strict', 'a/page.txt': PAGE });
    expect((await printed(join(home, 'a')))['level']?.value).toBe('strict');
    expect((await printed(join(home, 'a'), [], { HOME: home }))['level']?.value).toBe('standard');
    expect((await printed(home, [], { HOME: home }))['level']?.value).toBe('strict');
    mkdirSync(join(home, 'a', '.git'));
    expect((await printed(join(home, 'a')))['level']?.value).toBe('standard');
  });

  const onPosix = process.platform === 'win32' ? test.skip : test;
  onPosix('not in a folder above that anyone may write to', async () => {
    const cwd = folderWith({ 'clean-archive.yaml': 'level: strict', 'a/page.txt': PAGE });
    chmodSync(cwd, 0o777);
    expect((await printed(join(cwd, 'a')))['level']?.value).toBe('standard');
    expect((await printed(cwd))['level']?.value).toBe('strict');
  });

  onPosix('not behind a link that leads out of its folder, unless it is named', async () => {
    const cwd = folderWith({ 'else/real.yaml': 'level: strict', 'here/page.txt': PAGE });
    symlinkSync(join(cwd, 'else', 'real.yaml'), join(cwd, 'here', 'clean-archive.yaml'));
    const { code, err } = await onTerminal(join(cwd, 'here'), ['--print-config']);
    expect(code).toBe(2);
    expect(err).toMatch(/link out of its folder/);
    expect((await printed(join(cwd, 'here'), ['--config', 'clean-archive.yaml']))['level']?.value).toBe('strict');
  });

  test('never in an input, also where the working folder is one; a note says so', async () => {
    const cwd = folderWith({ 'raw/clean-archive.yaml': 'drop: [ferry]', 'raw/deep/page.txt': PAGE });
    for (const [folder, args] of [
      ['raw', ['.', '--dry-run']],
      ['raw/deep', ['..', '--dry-run']],
      ['raw', ['.', '-o', '../out']],
      ['raw', ['dups', '.']],
    ] as const) {
      const { err } = await onTerminal(join(cwd, folder), args);
      expect(err).toMatch(/note: .*clean-archive\.yaml lies in an input and is not read; --config/);
    }
    const { out } = await onTerminal(join(cwd, 'raw'), ['.', '-', '--to', 'txt']);
    expect(out).toMatch(/The ferry between Lenne/);
    expect((await onTerminal(cwd, ['raw', '--dry-run'])).err).not.toMatch(/note/);
  });

  test('in the folder that a run writes to, which is no input', async () => {
    const cwd = folderWith({ 'raw/page.txt': PAGE, 'work/clean-archive.yaml': 'level: strict' });
    expect((await printed(join(cwd, 'work'), ['../raw', '.']))['level']?.value).toBe('strict');
  });

  test('--config names another, --no-config none', async () => {
    const cwd = folderWith({ 'clean-archive.yaml': 'level: strict', 'ci/strict.json': '{"jobs": 3}' });
    const named = await printed(cwd, ['--config', 'ci/strict.json']);
    expect(named['level']?.value).toBe('standard');
    expect(named['jobs']).toEqual({ value: '3', from: 'ci/strict.json:1' });
    expect((await printed(cwd, ['--no-config']))['level']?.value).toBe('standard');
    expect((await onTerminal(cwd, ['--config', 'missing.yaml', 'x'])).err).toMatch(/missing\.yaml/);
  });
});

describe('what wins', () => {
  test('a flag over the environment over the project over the user over the default', async () => {
    const home = folderWith({
      '.config/clean-archive/config.yaml': 'level: gentle\njobs: 1\nsurvivor: oldest\ntimeout-per-file: 1',
      'project/clean-archive.yaml': 'level: strict\njobs: 2\nsurvivor: newest\n',
    });
    const cwd = join(home, 'project');
    const env = { HOME: home, CLEAN_ARCHIVE_LEVEL: 'standard', CLEAN_ARCHIVE_JOBS: '3' };
    const settings = await printed(cwd, ['--level', 'gentle'], env);
    expect(settings['level']).toEqual({ value: 'gentle', from: 'flag' });
    expect(settings['jobs']).toEqual({ value: '3', from: 'CLEAN_ARCHIVE_JOBS' });
    expect(settings['survivor']).toEqual({ value: 'newest', from: 'clean-archive.yaml:3' });
    expect(settings['timeout-per-file']?.from).toMatch(/\.config\/clean-archive\/config\.yaml:4$/);
    expect(settings['on-duplicate']).toEqual({ value: 'skip', from: 'default' });
  });

  test('XDG_CONFIG_HOME says where the user keeps it, if it is absolute', async () => {
    const home = folderWith({ 'xdg/clean-archive/config.yaml': 'jobs: 5' });
    expect((await printed(home, [], { XDG_CONFIG_HOME: join(home, 'xdg') }))['jobs']?.value).toBe('5');
    expect((await printed(home, [], { XDG_CONFIG_HOME: 'xdg' }))['jobs']?.value).toBeNull();
  });

  test('another name of a flag is the flag, and a negated one turns a key off', async () => {
    const cwd = folderWith({ 'clean-archive.yaml': 'to: md\ntitle: true\ncolor: always\n', 'page.txt': PAGE });
    const settings = await printed(cwd, ['--format', 'txt', '--no-title', '--no-color']);
    expect(settings['to']).toEqual({ value: 'txt', from: 'flag' });
    expect(settings['title']).toEqual({ value: false, from: 'flag' });
    expect((await onTerminal(cwd, ['page.txt', '--format', 'txt'])).code).toBe(0);
  });

  test('the environment is checked too, and names that are none are told', async () => {
    const cwd = folderWith({ 'page.txt': PAGE });
    const { code, err } = await onTerminal(cwd, ['page.txt'], { env: { CLEAN_ARCHIVE_JOBS: 'many' } });
    expect(code).toBe(2);
    expect(err).toMatch(/CLEAN_ARCHIVE_JOBS: write a whole number from 1 to 1024/);
    const stray = await onTerminal(cwd, ['page.txt'], { env: { CLEAN_ARCHIVE_LEVL: 'strict' } });
    expect(stray.code).toBe(0);
    expect(stray.err).toMatch(/note: CLEAN_ARCHIVE_LEVL in the environment is no setting/);
    const lists = await printed(cwd, [], { CLEAN_ARCHIVE_INCLUDE: '*.txt, *.md', CLEAN_ARCHIVE_HIDDEN: '1' });
    expect(lists['include']?.value).toEqual(['*.txt', '*.md']);
    expect(lists['hidden']?.value).toBe(true);
  });

  test('what is printed can be taken as a configuration', async () => {
    const text = `level: gentle\nmax-file-size: 5M\ninclude: ['*.txt', 'a b']\nwith: [captions, related]\nrules:\n  chrome/pager: false\nkeep: ['^\\d+ "x"']\noverrides:\n  - files: a/**\n    drop: [x]\n`;
    const cwd = folderWith({ 'clean-archive.yaml': text });
    const { out } = await onTerminal(cwd, ['--print-config']);
    expect(out).toMatch(/^level: gentle +# clean-archive\.yaml:1$/m);
    writeFileSync(join(cwd, 'again.yaml'), out);
    const again = await printed(cwd, ['--config', 'again.yaml']);
    const before = await printed(cwd);
    for (const key of ['level', 'max-file-size', 'include', 'with'])
      expect(again[key]?.value).toEqual(before[key]?.value);
    const values = (rows: unknown): unknown => (rows as readonly Printed[]).map(({ value }) => value);
    for (const key of ['keep', 'overrides']) expect(values(again[key])).toEqual(values(before[key]));
  });
});

describe('what is refused, with file, line and column', () => {
  test.each<[string, string, RegExp]>([
    [
      'a key nobody knows',
      'jobs: 2\nlevle: strict\n',
      /clean-archive\.yaml:2:1: "levle" is no key; did you mean level\?/,
    ],
    ['a key of another language', 'constructor: {}\n', /:1:1: "constructor" is no key/],
    ['a prototype', '__proto__: {polluted: true}\n', /:1:1: "__proto__" is no key/],
    ['a merge', '<<: {level: strict}\n', /:1:1: "<<" is no key/],
    ['a key twice', 'jobs: 1\nlevel: strict\njobs: 2\n', /:3:1: this key is there twice/],
    [
      'a word that is no choice',
      'level: stict\n',
      /:1:8: level: write one of gentle, standard, strict; did you mean strict\?/,
    ],
    ['a text for a truth value', 'hidden: "no"\n', /:1:9: hidden: write true or false/],
    ['a list for a text', 'level: [strict]\n', /:1:8: here should be a value of level/],
    ['a number out of range', 'jobs: 100000\n', /:1:7: jobs: write a whole number from 1 to 1024/],
    ['half a worker', 'jobs: 1.5\n', /jobs: write a whole number/],
    ['no time', 'timeout-per-file: 0\n', /write seconds, more than 0/],
    ['all time', 'timeout-per-file: .inf\n', /write seconds, more than 0/],
    ['a size that is none', 'max-file-size: big\n', /write a size such as 64M/],
    ['an encoding that is none', 'encoding: latin99\n', /write an encoding/],
    ['words that are none', 'with: [captions, menus]\n', /write some of captions, comments, related/],
    ['a flag that is typed each time', 'force: true\n', /"force" is no key/],
    [
      'a rule nobody knows',
      'rules:\n  chrome/copyrigt: false\n',
      /:2:3: "chrome\/copyrigt" is no rule; did you mean chrome\/copyright\?/,
    ],
    ['a rule that is no judge', 'rules:\n  read/restored: false\n', /is no rule/],
    ['a rule that is a word', 'rules:\n  chrome/pager: off\n', /:2:17: chrome\/pager: write true or false/],
    ['a pattern that is none', "drop: ['(abc']\n", /:1:8: no pattern in the syntax of RE2: missing closing \)/],
    ['a pattern that looks back', "keep: ['(a)\\1']\n", /no pattern in the syntax of RE2/],
    ['a pattern that counts high', "keep: ['(?:a{900}b?){1000}']\n", /:1:8: /],
    ['an automaton too large', "keep: ['(?:ab|cd){900}']\n", /automaton of over 2000 states/],
    ['a pattern too long', `keep: ['${'a'.repeat(501)}']\n`, /over 500 characters/],
    ['a glob with too many stars', `include: ['${'**/a/'.repeat(5)}b']\n`, /\*\* at most 3 times/],
    ['an override for nothing', 'overrides:\n  - level: strict\n', /:2:5: an override needs files:/],
    ['a key that an override has not', 'overrides:\n  - files: a\n    jobs: 2\n', /:3:5: "jobs" is no key/],
    ['an alias', 'include: &a [x]\nexclude: *a\n', /:2:10: aliases are not read/],
    ['a tag', 'level: !!js/function "x"\n', /:1:22: tags are not read/],
    ['a directive', '%YAML 1.1\n---\nlevel: strict\n', /:1:1: directives of YAML are not read/],
    ['two documents', 'jobs: 1\n---\njobs: 2\n', /a second document begins here/],
    ['a tab', 'rules:\n\tchrome/pager: false\n', /:2:1: /],
    ['no keys', 'just words\n', /:1:1: here should be keys with values/],
    ['nothing', ' \n', /:1:1: the file is empty/],
    ['depth', `include: ${'['.repeat(300)}${']'.repeat(300)}\n`, /nests too deeply/],
  ])('%s', async (_, text, reason) => {
    expect(await refused('clean-archive.yaml', text)).toMatch(reason);
    expect({}).not.toHaveProperty('polluted');
  });

  test.each<[string, string, RegExp]>([
    ['a comma too many', '{\n  "jobs": 2,\n}', /clean-archive\.json:\d+:\d+: this cannot be read as JSON/],
    ['no end', '{"jobs": 2', /clean-archive\.json:1:11: this cannot be read as JSON/],
    ['YAML', 'jobs: 2', /clean-archive\.json:1:1: this cannot be read as JSON/],
    ['a key twice', '{"jobs": 2, "jobs": 3}', /:1:13: this key is there twice/],
    ['an endless number', '{"jobs": 1e999}', /:1:10: jobs: write a whole number/],
  ])('in JSON: %s', async (_, text, reason) => {
    expect(await refused('clean-archive.json', text)).toMatch(reason);
  });

  test('bytes that are no text, and more of them than anyone writes', async () => {
    expect(await refused('clean-archive.yaml', `# ${'x'.repeat(70_000)}`)).toMatch(/over 65536 bytes/);
    const cwd = folderWith({ 'page.txt': PAGE });
    writeFileSync(join(cwd, 'clean-archive.yaml'), Buffer.from([0x6a, 0xff, 0xfe]));
    expect((await onTerminal(cwd, ['page.txt'])).err).toMatch(/not in UTF-8/);
  });

  test('control signs of a key are not printed raw', async () => {
    expect(await refused('clean-archive.json', '{"\\u001b[2J": 1}')).not.toContain('\u001b');
  });

  test('a byte order mark is none of its text', async () => {
    const cwd = folderWith({ 'clean-archive.yaml': '\ufefflevel: gentle\n' });
    expect((await printed(cwd))['level']).toEqual({ value: 'gentle', from: 'clean-archive.yaml:1' });
  });

  test('code is not looked for, and is no configuration if it is named', () => {
    const code = "require('node:fs').writeFileSync('pwned', '1'); module.exports = {};";
    const cwd = folderWith({ 'page.txt': PAGE, 'clean-archive.js': code, 'clean-archive.config.cjs': code });
    expect(run(cwd, ['page.txt']).code).toBe(0);
    expect(run(cwd, ['page.txt', '--config', 'clean-archive.js']).code).toBe(2);
    expect(readdirSync(cwd)).not.toContain('pwned');
  });
});

describe('paths of a configuration', () => {
  test('count from its folder, wherever one works', async () => {
    const cwd = folderWith({ 'clean-archive.yaml': 'out: clean\n', 'raw/page.txt': PAGE, 'deep/er/x': '' });
    expect((await printed(join(cwd, 'deep', 'er')))['out']?.value).toBe('../../clean');
    const { code, err } = await onTerminal(cwd, ['raw']);
    expect({ code, written: readdirSync(cwd).sort() }).toEqual({
      code: 0,
      written: ['clean', 'clean-archive.yaml', 'deep', 'raw'],
    });
    expect(err).toMatch(/raw → clean/);
  });

  test('do not change what the words on the command line mean', async () => {
    const cwd = folderWith({ 'clean-archive.yaml': 'out: clean\nagainst: gone\n', 'raw/page.txt': PAGE });
    expect((await onTerminal(cwd, ['raw/page.txt'])).out).toMatch(/The ferry between/);
    expect(run(cwd, ['-'], { input: PAGE }).out).toMatch(/The ferry between/);
    expect(run(cwd, ['explain', 'raw/page.txt']).code).toBe(0);
    writeFileSync(join(cwd, 'clean-archive.yaml'), 'out: clean\n');
    expect((await onTerminal(cwd, ['raw', 'other'])).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['clean-archive.yaml', 'other', 'raw']);
  });

  test.each([
    ['../out', /leads out of the folder/],
    ['a/../../out', /leads out of the folder/],
    ['/tmp/out', /counts from the folder/],
    ['C:\\out', /counts from the folder/],
    ['file:///tmp/out', /counts from the folder/],
  ])('may not be %s', async (path, reason) => {
    expect(await refused('clean-archive.yaml', `out: '${path}'\n`)).toMatch(reason);
  });

  const onPosix = process.platform === 'win32' ? test.skip : test;
  onPosix('may not lead out by a link, whether something is there or not', async () => {
    const cwd = folderWith({ 'project/clean-archive.yaml': 'out: link/out\n', 'elsewhere/x': '' });
    const project = join(cwd, 'project');
    symlinkSync(join(cwd, 'elsewhere'), join(project, 'link'));
    symlinkSync(join(cwd, 'nothing'), join(project, 'broken'));
    expect((await onTerminal(project, ['--print-config'])).err).toMatch(/leads out of the folder/);
    writeFileSync(join(project, 'clean-archive.yaml'), 'out: broken\n');
    expect((await onTerminal(project, ['--print-config'])).err).toMatch(/leads out of the folder/);
  });
});

describe('a configuration that extends another', () => {
  test('replaces its keys, joins its rules and comes after its patterns', async () => {
    const cwd = folderWith({
      'clean-archive.yaml':
        'extends: ./shared/base.yaml\nlevel: gentle\nrules:\n  chrome/pager: true\ndrop: [own]\noverrides:\n  - files: b\n',
      'shared/base.yaml':
        'level: strict\njobs: 2\nrules:\n  chrome/pager: false\n  chrome/symbols: false\ndrop: [base]\noverrides:\n  - files: a\n',
    });
    const all = await printed(cwd);
    expect(all['level']).toEqual({ value: 'gentle', from: 'clean-archive.yaml:2' });
    expect(all['jobs']).toEqual({ value: '2', from: 'shared/base.yaml:2' });
    expect(all['rules']).toEqual({
      'chrome/pager': { value: true, from: 'clean-archive.yaml:4' },
      'chrome/symbols': { value: false, from: 'shared/base.yaml:5' },
    });
    expect((all['drop'] as unknown as readonly Printed[]).map(({ value }) => value)).toEqual(['base', 'own']);
    expect(all['overrides']).toHaveLength(2);
  });

  test.each<[string, RegExp]>([
    ['../base.yaml', /:1:10: the path leads out of the folder/],
    ['/etc/hostname', /:1:10: write a path that counts from the folder/],
    ['https://example.com/base.yaml', /:1:10: only a file of this folder can be extended; nothing is fetched/],
    ['notes.txt', /:1:10: write the path of a \.yaml, \.yml or \.json file/],
    ['clean-archive.yaml', /:1:10: the files extend each other in a circle/],
    ['missing.yaml', /missing\.yaml/],
  ])('not %s', async (path, reason) => {
    expect(await refused('clean-archive.yaml', `extends: ${path}\n`)).toMatch(reason);
  });

  test('not in a circle of several, nor without an end', async () => {
    const circle = folderWith({ 'clean-archive.yaml': 'extends: a.yaml', 'a.yaml': 'extends: ./clean-archive.yaml' });
    expect((await onTerminal(circle, ['x'])).err).toMatch(/a\.yaml:1:10: the files extend each other in a circle/);
    const chain = Array.from({ length: 12 }, (_, at): [string, string] => [`c${at}.yaml`, `extends: c${at + 1}.yaml`]);
    const long = folderWith({ ...Object.fromEntries(chain), 'clean-archive.yaml': 'extends: c0.yaml' });
    expect((await onTerminal(long, ['x'])).err).toMatch(/over 8 files extend each other/);
  });

  test('tells nothing of a file that is no configuration', async () => {
    const cwd = folderWith({ 'clean-archive.yaml': 'extends: s.yaml', 's.yaml': 'hunter2:swordfish\n' });
    const { code, err } = await onTerminal(cwd, ['x']);
    expect(code).toBe(2);
    expect(err).toMatch(/s\.yaml:1:1: /);
    expect(err).not.toMatch(/hunter2|swordfish/);
  });
});

describe('keys and flags', () => {
  test('every option is a key, or is typed for one run at a time', () => {
    for (const { flags, config } of OPTIONS) {
      const word = /--(?:no-)?([a-z-]+)/.exec(flags)?.[1] ?? '';
      const isKey = CONFIG_KEYS.some(({ key }) => key === word);
      expect([flags, isKey || config === false]).toEqual([flags, true]);
    }
  });

  test('no option is called like a key that is none', () => {
    expect(CONFIG_KEYS.map(({ key }) => key).filter((key) => OWN_KEYS.some((own) => own === key))).toEqual([]);
  });

  test('what is dangerous cannot be configured', () => {
    const keys = CONFIG_KEYS.map(({ key }) => key);
    for (const key of ['force', 'prune', 'files-from', 'config', 'json', 'raw']) expect(keys).not.toContain(key);
  });

  test('a reporter is a name, never a path', async () => {
    const { checkValue } = await import('../../src/cli/config/values.ts');
    const [key] = keysOf([
      { flags: '--reporter <name:file>', help: '', commands: ['clean'], many: true, group: 'Output' },
    ]);
    const check = (text: string): object => checkValue(key?.type ?? { kind: 'text' }, text, (path) => ({ path }));
    expect(check('sarif:out.sarif')).toEqual({ value: 'sarif:out.sarif' });
    for (const bad of ['../evil.js', './evil.js', '/x.mjs', 'evil.js', 'SARIF'])
      expect(check(bad)).toEqual({ fault: expect.stringMatching(/code is not loaded/) });
  });

  test('the schema is that of the options', () => {
    const { code, out }: Ran = runScript('schema.mjs', '--check');
    expect({ code, out }).toEqual({ code: 0, out: 'the schema is that of the options\n' });
  });
});

function runScript(name: string, ...args: readonly string[]): Ran {
  const root = join(import.meta.dirname, '..', '..');
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', name), ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
