/**
 * Whether a reporter lets a hostile string act: the string is put into every field of a report, and what comes out is read
 * back by the rules of its format. Used by the tests and by hostile-reporters.mjs.
 */

/** What a terminal obeys, reorders or hides. */
const OBEYED =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|\p{Cs}/u;
const HASH_COMMAND = /##(?:vso|teamcity)?\[/i;
const COLON_COMMAND = /^\s*::/m;
const FINGERPRINT = '0123456789abcdef'.repeat(4);

/** Every string that comes from outside is the hostile one. */
export function hostileReport(text) {
  const region = { startLine: 3, startColumn: 1, endLine: 4, endColumn: 9 };
  const finding = {
    kind: 'repeated',
    severity: 'error',
    path: text,
    region,
    lines: [[3, 4]],
    message: text,
    rules: [text],
    related: [{ path: text, region, message: text }],
    fingerprint: FINGERPRINT,
  };
  const record = {
    ...finding,
    kind: 'near-duplicate',
    severity: 'warning',
    record: 7,
    related: [{ path: text, record: 8, message: text }],
  };
  return {
    findings: [finding, record],
    counts: { error: 1, warning: 1, note: 0 },
    files: 1,
    filesWithFindings: 1,
    checked: [text],
    breaches: [{ gate: `--max ${text}`, found: text }],
    failOn: 'error',
    known: 0,
    stale: [{ path: text, kind: 'repeated', message: text }],
  };
}

/** What is wrong with the output; nothing if the text is inert. `visible` is the text as a terminal may show it. */
export function inertFaults(reporter, facts, text, visible) {
  const report = hostileReport(text);
  const out = [...reporter.render(report, facts)].join('');
  const faults = [...printed(out, reporter.name !== 'github'), ...CHECKS[reporter.name](out, text, visible)];
  if (reporter.summary === undefined) return faults;
  const page = reporter.summary(report, facts);
  return [...faults, ...printed(page, true), ...markdown(page, visible)];
}

function printed(out, noCommands) {
  return [
    ...(OBEYED.test(out) ? ['a character that a terminal obeys'] : []),
    ...(HASH_COMMAND.test(out) ? ['a ## command'] : []),
    ...(noCommands && COLON_COMMAND.test(out) ? ['a :: command'] : []),
  ];
}

const CHECKS = {
  text: (out, _text, visible) => expecting({ 'the path and message': out.split(visible).length > 2 }),
  json: jsonLines,
  sarif,
  junit,
  github: commands,
};

function expecting(claims) {
  return Object.entries(claims).flatMap(([what, holds]) => (holds ? [] : [`not so: ${what}`]));
}

function jsonLines(out, text) {
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const findings = rows.filter(({ type }) => type === 'finding');
  return expecting({
    'strings are the facts': findings.every(
      ({ path, message, rules, related: [other] }) =>
        path === text && message === text && rules[0] === text && other.path === text && other.message === text,
    ),
    'two findings, one stale entry, one summary':
      findings.length === 2 && rows.map(({ type }) => type).join() === 'begin,finding,finding,stale,summary',
  });
}

function sarif(out, text) {
  const { results } = JSON.parse(out).runs[0];
  const locations = results.flatMap(({ locations, relatedLocations }) => [...locations, ...relatedLocations]);
  const uris = locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri);
  const messages = results.flatMap(({ message, relatedLocations }) => [
    message.text,
    ...relatedLocations.map((place) => place.message.text),
  ]);
  const links = messages.flatMap((message) => [...message.matchAll(/\]\(([^)]*)\)?/g)].map(([, to]) => to));
  return expecting({
    'two results': results.length === 2,
    'addresses are relative and made of URI characters': uris.every((uri) =>
      /^(?![a-z][\w+.-]*:|\/)(?:[\w\-.~!$&'()*+,;=@/]|%[0-9A-F]{2})*$/i.test(uri),
    ),
    'addresses decode to the path': uris.every((uri) => decodeURIComponent(uri) === text.toWellFormed()),
    'the only links are our numbers': links.join() === '1,1',
    'no placeholder': messages.every((message) => !/[{}]/.test(message)),
  });
}

const ELEMENT = /<(?:\?xml version="1\.0" encoding="UTF-8"\?|\/?[a-z-]+(?: [a-z]+="[^"<>]*")*\/?)>/g;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function junit(out, _text, visible) {
  const elements = new Set([...out.matchAll(ELEMENT)].map(([tag]) => tag.replace(/^<\/?|[ />].*$/gs, '')));
  const names = [...out.matchAll(/<testcase [^>]*? name="([^"]*)"/g)].map(([, name]) => name);
  const messages = [...out.matchAll(/ message="([^"]*)"/g)].map(([, message]) => message);
  const decoded = (value) => value.replace(/&([a-z]+);/g, (_, name) => NAMED[name]);
  return expecting({
    'only our elements': [...elements].every((name) =>
      ['?xml', 'testsuites', 'testsuite', 'testcase', 'failure', 'system-out'].includes(name),
    ),
    'no other markup': !/[<>]/.test(out.replace(ELEMENT, '')),
    'no other references': !/&(?!(?:amp|lt|gt|quot|apos);)/.test(out),
    'names read back': names.length === 2 && names.every((name) => decoded(name) === visible),
    'messages read back': messages.length === 1 && messages.every((message) => decoded(message) === visible),
  });
}

const COMMAND = /^::(error|warning) ([^:]*)::(.*)$/;
const UNPERCENT = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' };

function commands(out, _text, visible) {
  const rows = out.trimEnd().split('\n');
  const parsed = rows.slice(0, -1).map((row) => COMMAND.exec(row));
  const decoded = (value) => value.replace(/%(?:25|0D|0A|3A|2C)/g, (code) => UNPERCENT[code]);
  const properties = parsed.map((command) =>
    Object.fromEntries((command?.[2] ?? '').split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
  );
  return expecting({
    'two commands, then a line that is none':
      rows.length === 3 && !COLON_COMMAND.test(rows[2]) && parsed.every(Boolean),
    'no property is added': properties.every((names) =>
      Object.keys(names).every((name) => ['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(name)),
    ),
    'files read back': properties.every(({ file }) => decoded(file ?? '') === visible),
    'messages read back': parsed.every((command) => decoded(command?.[3] ?? '').includes(visible)),
  });
}

/** Tables are frames of ours around cells; a cell has no punctuation but commas and numbered references. */
function markdown(page, visible) {
  const rows = page.split('\n').filter((line) => /^\| (?:error|warning) /.test(line));
  const cells = rows.map((row) =>
    row
      .replace(/<\/?(?:code|span)>/g, '')
      .slice(2, -2)
      .split(' | '),
  );
  const decoded = (cell) => cell.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const rest = page.replace(/<\/?(?:code|span)>/g, '');
  return expecting({
    'two rows of four cells': cells.length === 2 && cells.every((row) => row.length === 4),
    'cells hold nothing that Markdown reads': cells.every(([, , ...told]) =>
      told.every((cell) => /^(?:[^!-+\--/:-@[-`{-~]|&#\d+;)*$/.test(cell)),
    ),
    'no other element': !/[<>]/.test(rest),
    'cells read back': cells.every(
      ([, , where, what]) => decoded(where ?? '').startsWith(visible) && decoded(what ?? '') === visible,
    ),
  });
}
