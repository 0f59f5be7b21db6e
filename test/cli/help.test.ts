/** Help on every command, at every width, from the tables. */
import { describe, expect, test } from '@jest/globals';
import { COMMAND_TABLE } from '../../src/cli/command-table.ts';
import { helpPage } from '../../src/cli/help.ts';
import { COMMAND_NAMES, type CommandName, namesOf, optionsOf } from '../../src/cli/option-table.ts';

const CASES = COMMAND_NAMES.flatMap((name) => [60, 80, 100].map((width): [CommandName, number] => [name, width]));

describe.each(CASES)('help on %s in %i columns', (name, width) => {
  const page = helpPage(name, width);
  const lines = page.split('\n');

  test('no line is wider, but for an example that cannot be broken', () => {
    const examples = COMMAND_TABLE[name].examples.map(([line]) => `  ${line}`);
    expect(lines.filter((line) => line.length > width && !examples.includes(line))).toEqual([]);
  });

  test('every option, choice and default is there, after the examples', () => {
    const options = page.slice(page.indexOf('Usage:'));
    expect(page.indexOf('Examples:')).toBeLessThan(page.indexOf('Usage:'));
    for (const { flags, choices = [], default: standard } of optionsOf(name)) {
      const at = options.indexOf(`  ${flags}`);
      const text = options.slice(at).replace(/\s+/g, ' ');
      expect({ flags, isThere: at >= 0 }).toEqual({ flags, isThere: true });
      if (choices.length > 1) expect(text).toContain(`(${choices.join(', ')}`);
      if (standard !== undefined) expect(text).toContain(`; default: ${standard})`);
    }
  });

  test('all of an option that has its text beside it begins in one column', () => {
    const starts = lines.flatMap((line) => /^ {2}-.*? {2,}(?=\S)/.exec(line)?.[0].length ?? []);
    expect(new Set(starts).size).toBeLessThanOrEqual(1);
  });
});

describe('the tables', () => {
  test.each(COMMAND_NAMES)('%s: every name of an option belongs to one entry', (name) => {
    const names = optionsOf(name).flatMap(namesOf);
    expect(new Set(names).size).toBe(names.length);
  });

  test('every example is a call of ours and says what it is for', () => {
    for (const { examples } of Object.values(COMMAND_TABLE)) {
      expect(examples.length).toBeGreaterThan(0);
      for (const [line, meaning] of examples) {
        expect(line).toContain('clean-archive');
        expect(meaning).toMatch(/^[a-z].*[^.]$/);
      }
    }
  });
});
