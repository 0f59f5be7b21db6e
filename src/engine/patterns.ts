/** The one door to `re2js`: patterns from configurations, whose time grows with the line alone, whatever they say. */
import { RE2JS } from 're2js';
import { LIMITS } from '../core/limits.ts';
import type { LinePattern } from '../pipeline/own-patterns.ts';

export interface CompiledPattern extends LinePattern {
  /** States of its automaton: what a sign of a line may cost. */
  readonly states: number;
}

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

function compiledBy(written: string): RE2JS {
  try {
    return RE2JS.compile(written);
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(PREFIX, '') : 'it cannot be read';
    throw new Error(`no pattern in the syntax of RE2: ${said}`);
  }
}
