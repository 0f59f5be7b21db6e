import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OPTIONS } from '../../src/cli/option-table.ts';
import { VERSION } from '../../src/cli/version.ts';
import { BINARY, cleanEnv, folderWith, onTerminal, PAGE, run } from './binary.ts';

const cwd: string = folderWith({ 'raw/page.txt': PAGE, 'note.txt': PAGE });

describe('what the user got wrong', () => {
  test.each<[readonly string[], RegExp]>([
    [['--dry-rn', 'raw'], /unknown option '--dry-rn' \(Did you mean --dry-run\?\)/],
    [['raw', '--to', 'pdf'], /'pdf' is invalid/],
    [['--o', 'out', 'raw'], /unknown option '--o'/],
    [['rawx', 'out'], /rawx.*did you mean raw\?/],
    [['explian', 'note.txt'], /explian.*did you mean clean-archive explain\?/],
    [['raw', 'note.txt'], /note\.txt is a file.*-o FOLDER/],
    [['raw', 'raw/out'], /inside/],
    [['raw', 'raw'], /is the input folder/],
    [['raw/page.txt', '.'], /./],
    [['worker', 'raw'], /not in this version.*\.\/worker/],
    [['-v', 'worker', 'raw'], /not in this version.*\.\/worker/],
    [
      ['help', 'foo'],
      /foo: no such command; there are clean, check, dups, explain, restore, verify, rules, completion/,
    ],
    [['help', 'explian'], /did you mean clean-archive help explain\?/],
    [['help', 'worker'], /not in this version/],
    [['raw', 'out', '--jobs', '0'], /--jobs 0.*whole number/],
    [['raw', 'out', '--max-file-size', 'big'], /--max-file-size big.*64M/],
    [['raw', 'out', '--with', 'menus'], /--with menus.*captions, comments, related/],
    [['raw', 'out', '--encoding', 'latin99'], /no such encoding/],
    [['raw', 'out', '--to', 'jsonl'], /one stream/],
    [['-', 'raw'], /stdin is cleaned to stdout/],
    [['raw', ''], /a path is empty/],
    [['--null', 'raw'], /--files-from/],
    [['raw', '-o', 'note.txt/sub'], /note\.txt\/sub: .*note\.txt is a file; name another place/],
    [['raw', 'note.txt/a/b'], /note\.txt is a file/],
    [['note.txt/sub', 'out'], /no such file or folder; note\.txt is a file/],
    [['explain', 'note.txt/sub'], /no such file; note\.txt is a file/],
    [['--files-from', 'note.txt/sub', '-o', 'out'], /note\.txt is a file/],
    [['--files-from', 'raw', '-o', 'out'], /raw: it is a folder/],
    [['verify', 'note.txt/sub'], /./],
    [['restore', 'note.txt/sub', 'x'], /./],
    [['explain'], /missing required argument/],
    [['explain', 'note.txt:99'], /note\.txt:99: the file has 15 lines/],
    [['explain', 'note.txt', '--json', '--diff'], /cannot be together/],
    [['rules', 'nope'], /clean-archive rules lists them/],
    [['verify', 'raw'], /./],
    [['restore', 'raw'], /missing required argument/],
  ])('%j ends with 2, one line and no stack', async (args, reason) => {
    const { code, out, err } = await onTerminal(cwd, args);
    expect(err).toMatch(/^clean-archive: [a-z-]+: [^\n]+\n$/);
    expect(err).toMatch(reason);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(readdirSync(cwd).sort()).toEqual(['note.txt', 'raw']);
  });

  test.each([
    ['raw/page.txt\0note.txt\0', ['--files-from', '-'], /names end with NUL.*give --null too/],
    ['raw/page.txt\nnote.txt\n', ['--files-from', '-', '--null'], /names end with the line.*leave out --null/],
  ])('a list of the other kind is named as such: %j', (input, args, reason) => {
    const { code, out, err } = run(cwd, [...args, '-o', 'out'], { input });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
    expect(readdirSync(cwd).sort()).toEqual(['note.txt', 'raw']);
  });

  const onProc = process.platform === 'linux' ? test : test.skip;
  onProc('a folder that cannot be made ends with 4, at once', () => {
    const { code, err } = run(cwd, ['raw', '-o', '/proc/nothing/here'], { timeout: 20_000 });
    expect(code).toBe(4);
    expect(err).toMatch(/^clean-archive: unwritable: \/proc\/nothing[^\n]*\n$/);
  });

  test('the binary says it on stderr', () => {
    const { code, out, err } = run(cwd, ['--dry-rn', 'raw']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^clean-archive: usage: [^\n]+\n$/);
  });

  test('a bare run without a pipe says what to type', () => {
    expect(run(cwd, [], { stdio: ['ignore', 'pipe', 'pipe'] })).toMatchObject({ code: 2, out: '' });
  });

  test('a bare run on a terminal shows short help', async () => {
    const { code, out, err } = await onTerminal(cwd, []);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('clean-archive ./raw ./out');
    expect(err.split('\n').length).toBeLessThan(12);
  });
});

describe('exit codes', () => {
  test('3: an input failed, is named, and the others are written', () => {
    const root = folderWith({ 'raw/page.txt': PAGE, 'raw/large.txt': PAGE.repeat(40) });
    const { code, err } = run(root, ['raw', 'out', '--max-file-size', '4k']);
    expect(code).toBe(3);
    expect(err).toMatch(/^clean-archive: oversized: large\.txt: it has \d+ bytes, .*--max-file-size 4k; a larger one/m);
    expect(existsSync(join(root, 'out/page.md'))).toBe(true);
  });

  test('3: one page over the limit, from a file and from stdin', () => {
    const limit = ['--max-file-size', '100'];
    for (const args of [['note.txt'], ['explain', 'note.txt']])
      expect(run(cwd, [...args, ...limit])).toMatchObject({
        code: 3,
        err: expect.stringMatching(/^clean-archive: oversized: note\.txt: it has \d+ bytes, .*--max-file-size 100;/),
      });
    expect(run(cwd, ['-', ...limit], { input: PAGE })).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^clean-archive: oversized: stdin: it has more than 100 bytes/),
    });
  });

  test('3: one file of many documents is to be named by the number of one', () => {
    const root = folderWith({ 'crawl.jsonl': `${JSON.stringify({ text: PAGE })}\n` });
    const { code, err } = run(root, ['explain', 'crawl.jsonl']);
    expect(code).toBe(3);
    expect(err).toMatch(/^clean-archive: container: crawl\.jsonl: .*name one by its number: crawl\.jsonl#1\n$/);
    expect(run(root, ['explain', 'crawl.jsonl#1']).code).toBe(0);
  });

  const asUser = process.platform === 'linux' && process.getuid?.() === 0 ? test : test.skip;
  asUser('3: what may not be read is named with what to do', () => {
    const root = folderWith({
      'raw/page.txt': PAGE,
      'raw/closed/page.txt': PAGE,
      'raw/shut.txt': PAGE,
      'own/page.txt': PAGE,
    });
    chmodSync(root, 0o777);
    chmodSync(join(root, 'raw/closed'), 0);
    chmodSync(join(root, 'raw/shut.txt'), 0);
    chmodSync(join(root, 'own'), 0);
    const other = { uid: 65534, gid: 65534 };
    const { code, err } = run(root, ['raw', 'out'], other);
    expect(code).toBe(3);
    const denied = 'permission denied; make it readable (chmod), or leave it out (--exclude)';
    expect(err).toContain(`clean-archive: unreadable: closed/: the folder cannot be listed: ${denied}\n`);
    expect(err).toContain(`clean-archive: unreadable: shut.txt: ${denied}\n`);
    expect(run(root, ['own', '-n'], other).err).toContain(
      `clean-archive: unreadable: own: the folder cannot be listed: ${denied}\n`,
    );
  });

  test('2: --fail-fast meets such an input and writes nothing', () => {
    const root = folderWith({ 'raw/page.txt': PAGE, 'raw/large.txt': PAGE.repeat(40) });
    expect(run(root, ['raw', 'out', '--max-file-size', '4k', '--fail-fast']).code).toBe(2);
    expect(existsSync(join(root, 'out/page.md'))).toBe(false);
  });

  test('3: an article that a person edited is kept, until --force', () => {
    const root = folderWith({ 'raw/page.txt': PAGE });
    run(root, ['raw', 'out']);
    const edited = `${readFileSync(join(root, 'out/page.md'), 'utf8')}\nmine\n`;
    writeFileSync(join(root, 'out/page.md'), edited);
    const { code, err } = run(root, ['raw', 'out']);
    expect(code).toBe(3);
    expect(err).toMatch(/^clean-archive: edited: page\.md: .*--force/m);
    expect(readFileSync(join(root, 'out/page.md'), 'utf8')).toBe(edited);
    expect(run(root, ['raw', 'out', '--force']).code).toBe(0);
  });

  test('4: a foreign file in the way is left alone', () => {
    const root = folderWith({ 'raw/page.txt': PAGE, 'out/page.md': 'mine\n' });
    const { code, err } = run(root, ['raw', 'out']);
    expect(code).toBe(4);
    expect(err).toMatch(/^clean-archive: [a-z-]+: .*page\.md/m);
    expect(readFileSync(join(root, 'out/page.md'), 'utf8')).toBe('mine\n');
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('4: the disk behind stdout is full', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${BINARY}" note.txt > /dev/full`], {
      cwd,
      encoding: 'utf8',
    });
    expect(status).toBe(4);
    expect(stderr).toMatch(/^clean-archive: unwritable: stdout: the disk is full/);
  });

  test('70: a fault of ours is one line that asks for a report; --verbose shows the stack', async () => {
    const broken = {
      cwd: (): string => {
        throw new RangeError('made for this test');
      },
    };
    const { code, err } = await onTerminal(cwd, ['raw'], broken);
    expect(code).toBe(70);
    expect(err).toMatch(/^clean-archive: fault: RangeError: made for this test: [^\n]*report[^\n]*\n$/);
    expect((await onTerminal(cwd, ['raw', '--verbose'], broken)).err).toContain('\n    at ');
  });

  test('0: --allow-empty makes an empty folder no error', () => {
    const root = folderWith({});
    mkdirSync(join(root, 'raw'));
    expect(run(root, ['raw', 'out']).code).toBe(2);
    expect(run(root, ['raw', 'out', '--allow-empty']).code).toBe(0);
  });
});

describe('pipes and signals', () => {
  test('a reader that goes ends us quietly with 0', () => {
    const root = folderWith({});
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `raw/${at}.txt`,
        PAGE.replace('nine', `nine and ${at}`).repeat(1 + (at % 3)),
      ]),
    );
    const many = folderWith(files);
    const command = `("${process.execPath}" "${BINARY}" "${many}/raw" - --on-duplicate keep; echo "code $?" >&2) | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8', env: cleanEnv() });
    expect(stdout).toBe('The ferry returns after eleven months\n');
    expect(stderr).toBe('code 0\n');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while waiting for stdin ends with %i and says how to go on', async (signal, code) => {
    const child = spawn(process.execPath, [BINARY, '-', '--from', 'jsonl', '--to', 'jsonl'], {
      cwd,
      env: cleanEnv(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdin.write(`${JSON.stringify({ id: 'a', text: PAGE })}\n`.repeat(200));
    await once(child.stdout, 'data');
    child.stdout.resume();
    child.kill(signal);
    const [status] = await once(child, 'close');
    expect(status).toBe(code);
    expect(err).toMatch(/once more stops at once\n.*does this one anew\n$/s);
  });
});

describe('help', () => {
  test('tells every option, every command and every exit code, examples first', () => {
    const { code, out, err } = run(cwd, ['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { flags } of OPTIONS.filter((option) => option.commands.includes('clean'))) expect(out).toContain(flags);
    for (const exit of ['0 ', '1 ', '2 ', '3 ', '4 ', '5 ', '70 ', '130, 143'])
      expect(out).toMatch(new RegExp(`^  ${exit}`, 'm'));
    for (const command of ['explain', 'restore', 'verify', 'rules']) expect(out).toContain(`clean-archive ${command}`);
    expect(out.indexOf('Examples:')).toBeLessThan(out.indexOf('--out'));
    expect(run(cwd, ['-h']).out).toBe(out);
    expect(run(cwd, ['help']).out).toBe(out);
    expect(run(cwd, ['help', 'verify']).out).toBe(run(cwd, ['verify', '--help']).out);
    expect(run(cwd, ['-v', 'help', 'verify']).out).toBe(run(cwd, ['verify', '--help']).out);
  });

  test('no option is named twice for one command', () => {
    for (const command of ['clean', 'explain', 'restore', 'verify', 'rules'] as const) {
      const names = OPTIONS.filter((option) => option.commands.includes(command)).flatMap(
        ({ flags }) => flags.match(/--?[a-z-]+/g) ?? [],
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('the version is that of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(VERSION).toBe(manifest.version);
    expect(run(cwd, ['--version']).out).toBe(`${manifest.version}\n`);
  });
});
