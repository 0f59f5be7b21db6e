/** `summary.json` read back: how an archive was cleaned. */
import { readFileSync } from 'node:fs';
import { LIMITS } from '../core/limits.ts';
import type { Level } from '../core/types.ts';
import type { Extra } from '../pipeline/clean.ts';
import type { Shape } from './documents.ts';
import { isPolicy } from './policy.ts';
import type { Settings } from './settings.ts';

export interface Summary {
  readonly settings: Settings;
}

/** Undefined if it is missing or is not ours. */
export function readSummary(path: string): Summary | undefined {
  try {
    const { settings } = JSON.parse(readFileSync(path, 'utf8')) as { readonly settings?: Partial<Settings> };
    const isOurs =
      typeof settings?.level === 'string' &&
      Array.isArray(settings.keep) &&
      typeof settings.to === 'string' &&
      (settings.policy === undefined || isPolicy(settings.policy));
    return isOurs ? { settings: settings as Settings } : undefined;
  } catch {
    return undefined;
  }
}

/** The settings as cleaning takes them. */
export function shapeIn(settings: Settings): Shape {
  return {
    reading: {
      maxFileBytes: LIMITS.containerBytes.value,
      ...(settings.from === undefined ? {} : { from: settings.from }),
      ...(settings.encoding === undefined ? {} : { encoding: settings.encoding }),
      ...(settings.text_field === undefined ? {} : { textField: settings.text_field }),
    },
    cleaning: {
      level: settings.level as Level,
      keep: settings.keep as readonly Extra[],
      ...(settings.policy === undefined ? {} : { policy: settings.policy }),
      ...(settings.base === undefined ? {} : { base: settings.base }),
    },
    writing: { to: settings.to as 'md' | 'txt', frontMatter: settings.front_matter, title: settings.title },
  };
}
