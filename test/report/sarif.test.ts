import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { type CheckReport, KIND_TEXTS } from '../../src/report/check-report.ts';
import { sarifReporter } from '../../src/report/sarif.ts';
import { consumer, testWith } from './consumers.ts';
import { HOSTILE } from './hostile.ts';
import { FACTS, finding, manyFindings, reportOf, SAMPLE } from './sample.ts';

interface Physical {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
  readonly region?: Readonly<Record<string, number>>;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly relatedLocations?: readonly { readonly id: number; readonly physicalLocation: Physical }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly properties: Readonly<Record<string, unknown>> & { readonly tags: readonly string[] };
}

interface Run {
  readonly tool: { readonly driver: Readonly<Record<string, unknown>> & { readonly rules: readonly Rule[] } };
  readonly originalUriBaseIds: Readonly<Record<string, object>>;
  readonly columnKind: string;
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
  }[];
}

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [Run];
}

function textOf(report: CheckReport, facts = FACTS): string {
  return [...sarifReporter.render(report, facts)].join('');
}

function logOf(report: CheckReport, facts = FACTS): Log {
  return JSON.parse(textOf(report, facts)) as Log;
}

describe('check as SARIF', () => {
  test('a result: rule, level, message with links, place, other places, fingerprint, evidence', () => {
    const [result] = logOf(SAMPLE).runs[0].results;
    expect(result).toEqual({
      ruleId: 'repeated',
      ruleIndex: 2,
      level: 'error',
      message: {
        text: 'lines 21-37 repeat lines 4-20 (17 lines, 504 words, 49 % of the file). See [raw/ferry.txt:4-20](1).',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'archive/raw/ferry.txt', uriBaseId: '%SRCROOT%' },
            region: { startLine: 21, startColumn: 1, endLine: 37, endColumn: 80 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 1,
          physicalLocation: {
            artifactLocation: { uri: 'archive/raw/ferry.txt', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 1, endLine: 20, endColumn: 80 },
          },
          message: { text: 'the first time' },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: SAMPLE.findings[0]?.fingerprint },
      properties: { rules: ['repeat/run'] },
    });
  });

  test('the run: version, root without a path, columns, all kinds as rules', () => {
    const log = logOf(SAMPLE);
    const [run] = log.runs;
    expect([log.$schema, log.version]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0']);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { description: { text: 'The root of the repository.' } } });
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
    const { rules, ...driver } = run.tool.driver;
    expect(driver).toEqual({
      name: 'clean-archive',
      version: '0.1.0',
      informationUri: 'https://www.npmjs.com/package/clean-archive',
    });
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(KIND_TEXTS));
    expect(rules[1]).toEqual({
      id: 'near-duplicate',
      name: 'NearDuplicate',
      shortDescription: { text: 'A copy with changes of another input' },
      fullDescription: { text: KIND_TEXTS['near-duplicate'].about },
      help: { text: expect.any(String), markdown: expect.stringContaining('`clean-archive explain A B`') },
      defaultConfiguration: { level: 'warning' },
      properties: { precision: 'high', 'problem.severity': 'warning', tags: ['text', 'near-duplicate'] },
    });
  });

  test('all that GitHub asks for is there and within its lengths', () => {
    const [{ tool, results }] = logOf(SAMPLE).runs;
    for (const { shortDescription, fullDescription, help, properties } of tool.driver.rules) {
      for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(/^.{5,1024}$/s);
      expect(properties.tags.length).toBeLessThanOrEqual(10);
      expect(['very-high', 'high', 'medium', 'low']).toContain(properties['precision']);
      expect(['error', 'warning', 'recommendation']).toContain(properties['problem.severity']);
    }
    for (const { locations, partialFingerprints, message, ruleIndex, ruleId } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).not.toBe('');
      expect(partialFingerprints['primaryLocationLineHash']).toMatch(/^[0-9a-f]{64}$/);
      const { startLine, startColumn, endLine, endColumn } = locations[0]?.physicalLocation.region ?? {};
      for (const number of [startLine, startColumn, endLine, endColumn]) expect(number).toBeGreaterThanOrEqual(1);
    }
  });

  test('a record is the line of its number in the file', () => {
    const result = logOf(SAMPLE).runs[0].results[1];
    expect(result?.message.text).toMatch(/^Record 3: a revision/);
    expect(result?.locations[0]?.physicalLocation.region).toMatchObject({ startLine: 3, endLine: 3 });
    expect(result?.relatedLocations?.[0]?.physicalLocation.region).toBeUndefined();
  });

  test('names are percent-encoded and cannot be another host, scheme or link', () => {
    const path = 'raw/a b#c?d%41é[x](1)/e:f.txt';
    const [result] = logOf(
      reportOf([
        finding({ kind: 'duplicate', path, message: `a copy of ${path}`, related: [{ path, message: path }] }),
      ]),
    ).runs[0].results;
    const { uri } = result?.locations[0]?.physicalLocation.artifactLocation ?? { uri: '' };
    expect(uri).toBe('archive/raw/a%20b%23c%3Fd%2541%C3%A9%5Bx%5D(1)/e%3Af.txt');
    expect(result?.message.text).toBe(
      'a copy of raw/a b#c?d%41é[x]\\x281)/e:f.txt. See [raw/a b#c?d%41é\\[x\\]\\\\x281)/e:f.txt](1).',
    );
  });

  test('25,000 findings are cut to the 5,000 worst, and the number left out is said', () => {
    const text = textOf(manyFindings(25_000));
    const [{ results, invocations }] = (JSON.parse(text) as Log).runs;
    expect(results.length).toBe(5000);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error']));
    expect(invocations[0]?.executionSuccessful).toBe(true);
    expect(invocations[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      '20,000 findings left out: a run holds the 5000 worst, and at most 10 MB packed.',
    ]);
    expect(gzipSync(text).length).toBeLessThan(1_000_000);
  });

  test('messages and names of any length and script stay below 10 MB packed', () => {
    const [letters, words] = [noises(5_000, 0x4e00, 0x9f00), noises(1_000, 0x21, 0x7f)];
    const report = reportOf(
      Array.from({ length: 5_000 }, (_, at) =>
        finding({
          kind: 'repeated',
          path: `raw/${at}/${letters(at).slice(0, 1_500)}`,
          message: letters(at),
          related: Array.from({ length: 20 }, (__, other) => ({ path: words(at + other), message: words(at - other) })),
        }),
      ),
    );
    const text = textOf(report);
    const [{ results, invocations }] = (JSON.parse(text) as Log).runs;
    const packed = gzipSync(text).length;
    expect(packed).toBeGreaterThan(5_000_000);
    expect(packed).toBeLessThan(10_000_000);
    expect(results.length).toBeGreaterThan(100);
    const [left] = invocations[0]?.toolExecutionNotifications ?? [];
    expect(left?.message.text).toMatch(
      new RegExp(`^${(5000 - results.length).toLocaleString('en')} findings left out`),
    );
  });

  const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  testWith(['@microsoft/jest-sarif', 'ajv', 'ajv-draft-04'], 'is valid by the published schema', () => {
    const { default: Ajv } = consumer<{ default: new (options: object) => Validator }>('ajv-draft-04');
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    const isValid = ajv.compile(consumer<object>(SCHEMA));
    const hostile = HOSTILE.map((text) => finding({ kind: 'empty', path: text, message: text, rules: [text] }));
    for (const report of [SAMPLE, manyFindings(25_000), reportOf([]), reportOf(hostile)]) {
      isValid(logOf(report, { ...FACTS, verbose: true }));
      expect(isValid.errors ?? []).toEqual([]);
    }
    expect(isValid({ ...logOf(SAMPLE), runs: [{ results: [{}] }] })).toBe(false);
  });

  testWith(['@security-alert/sarif-to-markdown'], 'is read by another program', () => {
    const { sarifToMarkdown } = consumer<ToMarkdown>('@security-alert/sarif-to-markdown');
    const read = sarifToMarkdown({ title: 'x', owner: 'o', repo: 'r', branch: 'b', sourceRoot: '' });
    const [{ body } = { body: '' }] = read(logOf(SAMPLE));
    expect(body).toContain('https://github.com/o/r/blob/b/archive/raw/ferry.txt#L21-L37');
    expect(body.match(/\*\*\[(?:ERROR|WARNING|NOTE)\]\*\*/g)?.length).toBe(4);
  });
});

interface Validator {
  compile(schema: object): { (value: unknown): boolean; readonly errors?: readonly object[] | null };
}

interface ToMarkdown {
  sarifToMarkdown(options: object): (log: Log) => readonly { readonly body: string }[];
}

/** Texts that pack badly, the same in every run; they come again only far behind what a packer looks back to. */
function noises(length: number, first: number, last: number): (at: number) => string {
  let state = length;
  const texts = Array.from({ length: 97 }, () =>
    String.fromCharCode(
      ...Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return first + ((state >>> 8) % (last - first));
      }),
    ),
  );
  return (at) => texts[(at + texts.length) % texts.length] as string;
}
