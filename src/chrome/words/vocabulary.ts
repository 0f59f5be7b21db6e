/** What a phrase of a page's furniture can be about. Rules ask for cues, never for a language. */
export const CUES = [
  'share',
  'print',
  'subscribe',
  'auth',
  'legal',
  'copyright',
  'cookie',
  'browser',
  'nav',
  'search',
  'related',
  'comments',
  'counter',
  'ad',
  'byline',
  'updated',
  'published',
  'caption',
  'credit',
  'archive',
  'end',
  'reply',
  'shop',
  'app',
  'contents',
  'tags',
  'contact',
  'listen',
] as const;
export type Cue = (typeof CUES)[number];

export interface Vocabulary {
  /** BCP 47. */
  readonly tag: string;
  /**
   * Phrases parted by commas, so that a vocabulary reads as a page and nothing is cut up that no page asks for. A phrase is
   * 1 to 6 words as the word table sees them: lower case, letters and digits only, apostrophes dropped (`dont miss`),
   * hyphens parting words (`e mail`), `#` for any number. In scripts without spaces a phrase is a plain string and every
   * letter is a word.
   */
  readonly cues: Readonly<Record<Cue, string>>;
  /** Lines that hold a cue, and prose (`null`) that no rule may drop for a word in it. */
  readonly examples: readonly { readonly text: string; readonly cue: Cue | null }[];
}
