/** Paths as one types them into a shell. */
import { escapeTerminal } from './escape.ts';

/** What no shell gives a meaning to; `#`, `=` and `-` have one where a word begins. */
const PLAIN = /^(?:-$|[\w./@%+:,])[\w./@%+=:,#-]*$/;

/** A leading dash would be read as an option; alone it means stdin and stays. */
export function shellWord(path: string): string {
  const word = path.length > 1 && path.startsWith('-') ? `./${path}` : path;
  return PLAIN.test(word) ? word : `'${escapeTerminal(word).replaceAll("'", "'\\''")}'`;
}

/** Whether a terminal shows the path as it is, so that it can be copied from there. */
export function isTypable(path: string): boolean {
  return escapeTerminal(path) === path;
}
