/** The one door to `re2js`: patterns from configurations, whose time grows with the line alone, whatever they say. */
import { RE2JS } from 're2js';
import { LIMITS } from '../core/limits.ts';
import type { LinePattern } from '../pipeline/own-patterns.ts';

export interface CompiledPattern extends LinePattern {
  /** States of its automaton: what a sign of a line may cost. */
  readonly states: number;
}

/** A hundred patterns cost 5 to 9 us a line in lots of this size, 26 to 350 us alone. */
const LOT_STATES = 1500;
const VERBATIM = '\\Q';
const PREFIX = /^error parsing regexp: /;

/** Throws an `Error` that says what is wrong with it. */
export function compilePattern(written: string): CompiledPattern {
  if (written.length > LIMITS.patternUnits.value)
    throw new Error(`the pattern has over ${LIMITS.patternUnits.value} characters`);
  const compiled = compiledBy(written);
  const states = compiled.programSize();
  if (states > LIMITS.patternStates.value)
    throw new Error(`the pattern stands for an automaton of over ${LIMITS.patternStates.value} states; repeat less`);
  return { written, states, matches: (line) => line.length <= LIMITS.patternLine.value && compiled.test(line) };
}

/**
 * Asks for all patterns at once, a lot of them in one automaton: a hundred patterns one by one cost more than all else that
 * is done to a page.
 */
export function anyOf(patterns: readonly CompiledPattern[]): (line: string) => boolean {
  const lots: CompiledPattern[][] = [];
  let states = 0;
  for (const pattern of patterns) {
    const lot = lots.at(-1);
    states += pattern.states;
    if (lot === undefined || states > LOT_STATES) {
      lots.push([pattern]);
      states = pattern.states;
    } else lot.push(pattern);
  }
  const tests = lots.flatMap(testsOf);
  return (line) => line.length <= LIMITS.patternLine.value && tests.some((test) => test.test(line));
}

/** Text between `\Q` and `\E` may run over the end of a pattern; such ones, and what goes wrong, are asked one by one. */
function testsOf(lot: readonly CompiledPattern[]): readonly Pick<RE2JS, 'test'>[] {
  const alone = lot.map(({ matches }) => ({ test: matches }));
  if (lot.length === 1 || lot.some(({ written }) => written.includes(VERBATIM))) return alone;
  try {
    return [RE2JS.compile(lot.map(({ written }) => `(?:${written})`).join('|'))];
  } catch {
    return alone;
  }
}

function compiledBy(written: string): RE2JS {
  try {
    return RE2JS.compile(written);
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(PREFIX, '') : 'it cannot be read';
    throw new Error(`no pattern in the syntax of RE2: ${said}`);
  }
}
