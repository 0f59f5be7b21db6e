/** What one place of settings says: the flags, the environment, a configuration file. */
import type { Override } from '../../engine/request.ts';
import type { CliValue } from './values.ts';

export type Origin =
  | { readonly kind: 'flag' | 'default' }
  | { readonly kind: 'environment'; readonly variable: string }
  | { readonly kind: 'file'; readonly file: string; readonly line: number };

export interface Given<Value> {
  readonly value: Value;
  readonly origin: Origin;
}

/** Of a configuration file. Keys that it does not have are not there. */
export interface FileLayer {
  /** Globs count from here. */
  readonly folder: string;
  readonly values: ReadonlyMap<string, Given<CliValue>>;
  readonly rules?: ReadonlyMap<string, Given<boolean>>;
  readonly keep?: readonly Given<string>[];
  readonly drop?: readonly Given<string>[];
  readonly overrides?: readonly Given<Override>[];
}

export function originInWords(origin: Origin): string {
  if (origin.kind === 'environment') return origin.variable;
  return origin.kind === 'file' ? `${origin.file}:${origin.line}` : origin.kind;
}
