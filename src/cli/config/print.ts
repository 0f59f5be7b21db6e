/** `--print-config`: what holds, and where each value comes from. The YAML can be taken as a configuration. */
import { jsonLine } from '../../report/records.ts';
import { isPlainYaml } from '../../text/yaml.ts';
import { type Given, type Origin, originInWords } from './layers.ts';
import type { Configured } from './resolve.ts';
import type { CliValue } from './values.ts';

interface Row {
  readonly text: string;
  readonly origin?: Origin;
}

const INDENT = '  ';
const LONGEST_ROW = 60;

export function configYaml({ settings, lines }: Configured): string {
  const rows: Row[] = [
    ...settings.flatMap(({ key, value, origin }) =>
      value === undefined ? [{ text: `# ${key.key}:`, origin }] : rowsOf(key.key, value, origin),
    ),
    ...rulesRows(lines.rules),
    ...listRows('keep', lines.keep),
    ...listRows('drop', lines.drop),
    ...overrideRows(lines.overrides),
  ];
  const width = Math.min(LONGEST_ROW, Math.max(...rows.map(({ text }) => text.length)));
  return rows
    .map(({ text, origin }) =>
      origin === undefined ? `${text}\n` : `${text.padEnd(width)}   # ${originInWords(origin)}\n`,
    )
    .join('');
}

export function configJson({ settings, lines }: Configured): string {
  const rules = [...(lines.rules ?? [])].map(([id, given]): [string, object] => [id, told(given)]);
  return jsonLine({
    ...Object.fromEntries(settings.map(({ key, value, origin }) => [key.key, told({ value: value ?? null, origin })])),
    rules: Object.fromEntries(rules),
    keep: (lines.keep ?? []).map(told),
    drop: (lines.drop ?? []).map(told),
    overrides: (lines.overrides ?? []).map(told),
  });
}

function told<Value>({ value, origin }: Given<Value>): object {
  return { value, from: originInWords(origin) };
}

function rowsOf(key: string, value: CliValue, origin: Origin): readonly Row[] {
  if (typeof value === 'boolean') return [{ text: `${key}: ${value}`, origin }];
  if (typeof value === 'string') return [{ text: `${key}: ${scalar(value)}`, origin }];
  return [{ text: `${key}: [${value.map(quoted).join(', ')}]`, origin }];
}

function rulesRows(rules: Configured['lines']['rules']): readonly Row[] {
  if (rules === undefined) return [];
  const rows = [...rules].map(([id, { value, origin }]): Row => ({ text: `${INDENT}${id}: ${value}`, origin }));
  return [{ text: 'rules:' }, ...rows];
}

function listRows(key: string, given: readonly Given<string>[] | undefined): readonly Row[] {
  if (given === undefined || given.length === 0) return [];
  const rows = given.map(({ value, origin }): Row => ({ text: `${INDENT}- ${quoted(value)}`, origin }));
  return [{ text: `${key}:` }, ...rows];
}

/** In the flow form, which is JSON, an override is a row. */
function overrideRows(overrides: Configured['lines']['overrides']): readonly Row[] {
  if (overrides === undefined || overrides.length === 0) return [];
  const rows = overrides.map(({ value, origin }): Row => ({ text: `${INDENT}- ${JSON.stringify(value)}`, origin }));
  return [{ text: 'overrides:' }, ...rows];
}

/** A number stays one: sizes and counts are numbers as text. */
function scalar(value: string): string {
  return /^\d{1,12}$/.test(value) || isPlainYaml(value) ? value : quoted(value);
}

function quoted(value: string): string {
  return JSON.stringify(value);
}
