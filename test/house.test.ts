/** The laws of the house (CONTRIBUTING.md). Each is shown able to fail on a module made up for it. */
import { describe, expect, test } from '@jest/globals';
import { type Module, parseModule, readModules, targetOf } from './harness/modules.ts';

const FLOORS: Readonly<Record<string, number>> = {
  core: 0,
  text: 1,
  formats: 2,
  chrome: 2,
  model: 2,
  repeat: 2,
  verdict: 2,
  meta: 2,
  dedup: 2,
  sites: 2,
  pipeline: 3,
  report: 3,
  engine: 4,
  cli: 5,
  '': 6,
};
/** The one file that may import each package of the runtime. */
const IMPORTERS: Readonly<Record<string, string>> = {
  commander: 'cli/options.ts',
  chalk: 'cli/print.ts',
  diff: 'report/diff.ts',
  'fast-glob': 'engine/walk.ts',
  ignore: 'engine/ignored.ts',
  htmlparser2: 'formats/html-tokens.ts',
  'string-similarity': 'text/similarity.ts',
  re2js: 'engine/patterns.ts',
  yaml: 'text/yaml.ts',
};
const LONGEST_FILE = 400;
const LONGEST_FUNCTION = 60;
/** Vocabulary, tables and data may be long. */
const DATA = /^(?:chrome\/words\/|text\/tables\/|report\/width-table|cli\/options)/;
const WORLD =
  /^node:(?:fs|fs\/promises|worker_threads|child_process|os|net|http|https|timers|timers\/promises|perf_hooks|cluster|dgram|zlib|stream|stream\/promises|readline|process|v8|vm)$/;
const WORLDLY_CALL =
  /\b(?:Date\.now|new Date|performance\.now|Math\.random|setTimeout|setInterval|setImmediate|randomUUID)\b/;
/** `normalize` is not among them: Unicode promises that the normal forms of assigned characters never change. */
const ICU_CALL = /\\p\{|\.toLocale|\.localeCompare|\bIntl\./;

type Law = (module: Module, all: readonly Module[]) => readonly string[];

const LAWS: Readonly<Record<string, { readonly law: Law; readonly breach: Module }>> = {
  'imports go down, never sideways or up': {
    law: (module) =>
      module.imports.flatMap((imported) => {
        const target = targetOf(module, imported);
        if (target === undefined) return [];
        const room = target.includes('/') ? target.slice(0, target.indexOf('/')) : '';
        const down = room === module.room || (FLOORS[room] ?? 9) < (FLOORS[module.room] ?? -1);
        return down ? [] : [`${module.path} imports ${target}`];
      }),
    breach: parseModule('meta/title.ts', "import { RULES } from '../chrome/rules/index.ts';"),
  },
  'every room has a floor': {
    law: (module) => (module.room in FLOORS ? [] : [module.path]),
    breach: parseModule('helpers/strings.ts', ''),
  },
  'imports make no circle': {
    law: (module, all) => (reaches(module, module.path, all) ? [module.path] : []),
    breach: parseModule('text/a.ts', "import { a } from './a.ts';"),
  },
  'files, threads and the clock are touched in engine/ only': {
    law: (module) => {
      if (module.room === 'engine') return [];
      const imports = module.imports.filter(
        ({ from, typeOnly }) => WORLD.test(from) && !typeOnly && !(module.room === 'cli' && from === 'node:process'),
      );
      const calls = WORLDLY_CALL.test(withoutComments(module.text)) && module.room !== 'cli' ? ['clock or chance'] : [];
      return [...imports.map(({ from }) => from), ...calls].map((what) => `${module.path}: ${what}`);
    },
    breach: parseModule('text/scan.ts', 'export const now = Date.now();'),
  },
  'process is read in cli/ only, and nobody prints to the console': {
    law: (module) => {
      const text = withoutComments(module.text);
      const process = module.room !== 'cli' && /(?<![\w.'])process\.(?!ts)/.test(text) ? ['process'] : [];
      return [...process, ...(/(?<![\w.])console\./.test(text) ? ['console'] : [])].map(
        (what) => `${module.path}: ${what}`,
      );
    },
    breach: parseModule('engine/run.ts', 'console.log(process.pid);'),
  },
  'each package of the runtime has one importing file': {
    law: (module) =>
      module.imports
        .filter(({ from, typeOnly }) => !from.startsWith('.') && !from.startsWith('node:') && !typeOnly)
        .filter(({ from }) => IMPORTERS[from] !== module.path)
        .map(({ from }) => `${module.path} imports ${from}`),
    breach: parseModule('report/pretty.ts', "import chalk from 'chalk';"),
  },
  'judgement does not ask the running ICU': {
    law: (module) => {
      if ((FLOORS[module.room] ?? 9) > 3 || module.path.startsWith('text/tables/')) return [];
      return ICU_CALL.test(withoutComments(module.text)) ? [module.path] : [];
    },
    breach: parseModule('chrome/shape.ts', 'export const LETTER = /\\p{L}/u;'),
  },
  'no file is longer than 400 lines': {
    law: (module) =>
      module.lines <= LONGEST_FILE || DATA.test(module.path) ? [] : [`${module.path}: ${module.lines}`],
    breach: parseModule('text/long.ts', '\n'.repeat(401)),
  },
  'no function is longer than 60 lines': {
    law: (module) =>
      DATA.test(module.path)
        ? []
        : module.functions
            .filter(({ lines }) => lines > LONGEST_FUNCTION)
            .map(({ name, lines }) => `${module.path}: ${name} has ${lines}`),
    breach: parseModule('text/long.ts', `function f() {${'\n'.repeat(61)}}`),
  },
  'no any, no silenced type error, no default export': {
    law: (module) => {
      const silenced = /@ts-(?:ignore|expect-error|nocheck)/.test(module.text);
      const any = /(?:: |<|as )any\b/.test(withoutComments(module.text));
      return silenced || any || module.exportsDefault ? [module.path] : [];
    },
    breach: parseModule('text/loose.ts', 'export const x: any = 1;'),
  },
  'no barrel except a registry or the library door': {
    law: (module) => (module.reExports > 0 && module.path !== 'index.ts' ? [module.path] : []),
    breach: parseModule('chrome/index.ts', "export { sweep } from './sweep.ts';"),
  },
};

const MODULES = readModules();

describe('the house', () => {
  test.each(Object.entries(LAWS))('%s', (_, { law }) => {
    expect(MODULES.flatMap((module) => law(module, MODULES))).toEqual([]);
  });

  test.each(Object.entries(LAWS))('the law can fail: %s', (_, { law, breach }) => {
    expect(law(breach, [breach])).not.toEqual([]);
  });

  const files = MODULES.filter(({ path }) => !DATA.test(path)).map(({ lines }) => lines);
  const functions = MODULES.flatMap((module) => module.functions.map(({ lines }) => lines));
  test(`lines, median and 90th percentile: files ${spread(files)} (aim 45, 141), functions ${spread(functions)} (aim 5, 17)`, () => {
    expect(MODULES.length).toBeGreaterThan(50);
  });
});

function reaches(from: Module, goal: string, all: readonly Module[], seen: Set<string> = new Set()): boolean {
  return from.imports.some((imported) => {
    const target = targetOf(from, imported);
    if (target === undefined || imported.typeOnly) return false;
    if (target === goal) return true;
    if (seen.has(target)) return false;
    seen.add(target);
    const next = all.find(({ path }) => path === target);
    return next !== undefined && reaches(next, goal, all, seen);
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function spread(lengths: readonly number[]): string {
  const sorted = [...lengths].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return `${at(0.5)}, ${at(0.9)}`;
}
