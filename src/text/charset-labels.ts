/** Names of encodings: every label of the Encoding Standard, with any spelling of its hyphens and underscores. */
import { CHARSET_LABELS } from './tables/charset-index.ts';

const labels = new Map<string, string>();

/** The standard's name in lower case, or undefined for a label it does not know. */
export function encodingName(label: string): string | undefined {
  if (labels.size === 0) {
    for (const row of CHARSET_LABELS) {
      const [name = '', ...bare] = row.split(' ');
      for (const one of bare) labels.set(one, name);
    }
  }
  return labels.get(
    label
      .slice(0, LONGEST)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
}

/** Twice the longest label of the standard. */
const LONGEST = 40;
