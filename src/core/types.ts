/**
 * The nouns that cross room borders. Every field is readonly; every type is a JSON line (typed arrays through `codec.ts`).
 * Line numbers are zero-based everywhere; `report/place.ts` is the one place that adds one.
 */

/** Stable name of a document: the POSIX path relative to the inputs' common parent, plus `#n` inside a container. */
export type DocId = string & { readonly __doc: never };

export type RuleId = `${'chrome' | 'site' | 'model' | 'repeat' | 'dedup' | 'meta' | 'read'}/${string}`;

/** What a finding is about. Counts, levels, `--max` and reporters go by kind; the rule id is evidence. */
export type Kind =
  | 'duplicate'
  | 'near-duplicate'
  | 'repeated'
  | 'empty'
  | 'low-yield'
  | 'undecodable'
  | 'mojibake'
  | 'suspicious'
  | 'chrome'
  | 'related'
  | 'caption'
  | 'moved'
  | 'off-topic'
  | 'oversized'
  | 'unreadable';

/** At most this share of body sentences may be lost: gentle 0.15 %, standard 0.35 %, strict 2 %. */
export type Level = 'gentle' | 'standard' | 'strict';

export type LineEnd = 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none';

/** Where a document came from. `path` is relative to the inputs' common parent, with forward slashes. */
export interface Source {
  readonly path: string;
  /** Name of the record inside a container, as the container writes it. */
  readonly member?: string;
  /** Name of the format that read it: `text`, `html`, `markdown`, `jsonl`. */
  readonly format: string;
  /** WHATWG name, lower case; `utf-8` for strings that never were bytes. */
  readonly encoding: string;
  /** True if the bytes began with a byte order mark. */
  readonly bom: boolean;
  readonly lineEnd: LineEnd;
  /** Size of the input in bytes (of the record, inside a container). */
  readonly bytes: number;
  readonly url?: string;
}

/** Keys and meaning as in the front matter; absent means unknown, never guessed. */
export interface Metadata {
  readonly title?: string;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SSZ` (or an offset) when the page states zone and time. */
  readonly date?: string;
  readonly updated?: string;
  readonly author?: readonly string[];
  /** The forum or blog wrapper around the article: date, or date-time without a zone. */
  readonly posted?: string;
  readonly posted_by?: string;
  readonly site?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** BCP 47, only if sure. */
  readonly lang?: string;
}
export type MetaKey = keyof Metadata;

/** Zero-based, inclusive. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'table'
  | 'code'
  | 'verse'
  | 'quote'
  | 'wrapped'
  | 'caption'
  | 'front-matter'
  | 'rule';

/** A run of lines that belong together. Formats that know structure give blocks; `text/blocks.ts` finds them otherwise. */
export interface Block extends Lines {
  readonly kind: BlockKind;
  /** Headings: 1..6. */
  readonly level?: number;
  /** Lists: true if numbered. */
  readonly ordered?: boolean;
  /** HTML: the share of letters inside links, 0..100. */
  readonly links?: number;
  /** HTML: lower-case tag, class, id and role words of the element and its ancestors that tell regions apart (`nav`, `footer`, `aside`, `comment`...). */
  readonly region?: readonly string[];
}

/** One document as a format gives it: decoded text, and what the markup knew. */
export interface RawDocument {
  readonly id: DocId;
  readonly source: Source;
  /** Decoded, without a byte order mark. Line ends as in the source. */
  readonly text: string;
  readonly blocks?: readonly Block[];
  /** Metadata the format states outright (front matter, meta tags, JSON-LD, JSONL fields). */
  readonly hints?: Metadata;
  /** The article's text as a data script of the page states it (schema.org `articleBody`); often cut short. */
  readonly stated?: string;
  /** What the reader noticed: `undecodable`, `mojibake`, `suspicious`. */
  readonly notes?: readonly Finding[];
}

/**
 * Terminal classes of a line, closing quotes and brackets looked through:
 * 0 none, 1 full stop, 2 question mark, 3 exclamation mark, 4 ellipsis, 5 colon, 6 comma or semicolon, 7 a closing quote with none of these before it.
 */
export type Terminal = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * A row per line of the text, blank ones included. Offsets are UTF-16 code units into `Document.text`.
 * `[start, end)` is the line without its line end and without trailing blanks; `from` is its first non-blank unit.
 * A line is blank if and only if `from === end`.
 */
export interface LineTable {
  readonly count: number;
  readonly start: Uint32Array;
  readonly from: Uint32Array;
  readonly end: Uint32Array;
  /** First row of the line in the word table; `count + 1` entries, so the row range of line i is `[word[i], word[i + 1])`. */
  readonly word: Uint32Array;
  /** Blank-separated tokens as `wc -w` counts them; in scripts without spaces every letter is one. */
  readonly tokens: Uint32Array;
  /** Letters, of them upper case; digits; all other non-blank signs. Code units. */
  readonly letters: Uint32Array;
  readonly upper: Uint32Array;
  readonly digits: Uint32Array;
  readonly marks: Uint32Array;
  /** Words that begin with an upper-case letter. */
  readonly capitals: Uint32Array;
  /** Words that are stop words of the document's language (filled by `text/language.ts`; zero where the language is unknown). */
  readonly stops: Uint32Array;
  readonly terminal: Uint8Array;
  /** 64-bit hash of the folded line (case, punctuation, quotes and spacing folded) in two halves; both 0 for a line without words. */
  readonly hashLow: Uint32Array;
  readonly hashHigh: Uint32Array;
}

/** A row per word: a run of letters and digits (apostrophes inside it are skipped); in scripts without spaces a row per letter. */
export interface WordTable {
  readonly count: number;
  /** 32-bit hash of the case-folded word; `hashWord` in `text/hash.ts` gives the same for a string. */
  readonly hash: Uint32Array;
  /** First code unit, and one past the last. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Bits: 1 has a digit, 2 begins with upper case, 4 all upper case (two letters or more), 8 script without spaces. */
  readonly flags: Uint8Array;
}

/**
 * The prose skeleton of a document, judged by shape alone. `sentence[i]` is 1 if line i reads like running prose.
 * `first` and `last` are the first and last such line (-1 if none); `spanFirst..spanLast` is the densest stretch of prose.
 */
export interface Outline {
  readonly sentence: Uint8Array;
  readonly first: number;
  readonly last: number;
  readonly spanFirst: number;
  readonly spanLast: number;
  /** Words in sentence lines. */
  readonly mass: number;
}

/** One text, and tables over it. Built once by `text/document.ts`, never rewritten. */
export interface Document {
  readonly id: DocId;
  readonly source: Source;
  readonly text: string;
  readonly lines: LineTable;
  readonly words: WordTable;
  readonly blocks: readonly Block[];
  /** Index into `blocks` per line, -1 for lines in no block. */
  readonly blockOf: Int32Array;
  readonly outline: Outline;
  /** BCP 47 tag of the language whose stop words fill `lines.stops`; `''` if unsure. */
  readonly lang: string;
  readonly hints: Metadata;
  /** As in `RawDocument`, `''` for none. */
  readonly stated: string;
  readonly notes: readonly Finding[];
  /** The line's text without leading and trailing blanks; the one door from tables to strings. */
  line(at: number): string;
}

/** A rule's vote, the reason `explain` shows, and what reporters print: one type for all three. */
export interface Finding extends Lines {
  readonly rule: RuleId;
  readonly kind: Kind;
  /** `move`: the line goes to the metadata fields named in `fields`. `note`: reported, decides nothing. */
  readonly action: 'drop' | 'keep' | 'move' | 'note';
  /** 0..1; what it is measured against is in `verdict/decide.ts`. */
  readonly confidence: number;
  /** A reason a person understands, without a final stop. */
  readonly message: string;
  readonly fields?: readonly MetaKey[];
  readonly evidence?: Readonly<Record<string, string | number>>;
}

/** The last word on one line: `by` indexes the finding that decided it in `CleanArticle.findings`, or -1. */
export interface Verdict {
  readonly fate: 'kept' | 'moved' | 'dropped' | 'blank';
  readonly by: number;
}

/** A kept line as it is written. `prefix` is Markdown only (`## `, `- `); `gap` asks for a blank line before it. */
export interface BodyLine {
  readonly at: number;
  readonly text: string;
  readonly prefix: string;
  readonly gap: boolean;
  /** Line of a code block or a tab-parted table that Markdown must fence or draw, with its place in it. */
  readonly block?: { readonly kind: 'code' | 'table'; readonly opens: boolean; readonly closes: boolean };
}

export interface CleanArticle {
  readonly id: DocId;
  readonly source: Source;
  readonly meta: Metadata;
  readonly body: readonly BodyLine[];
  /** Words of the body as `wc -w` counts them; letters in scripts without spaces. */
  readonly words: number;
  /** Words of the whole text, counted the same way. */
  readonly wordsBefore: number;
  readonly findings: readonly Finding[];
  /** One per line of the text. */
  readonly verdicts: readonly Verdict[];
  /** True if the page guard found the result doubtful and the gentle version was written. */
  readonly doubtful: boolean;
}

/** What comparing needs of a document: small, sortable, free of order. */
export interface Fingerprint {
  readonly id: DocId;
  /** 128-bit hash of the folded body words, as 32 hex digits; `''` for an empty body. */
  readonly exact: string;
  /** One-permutation MinHash of word 5-grams, 128 slots. */
  readonly minhash: Uint32Array;
  /** Winnowed fingerprints of 8-word windows, sorted and distinct: any shared run of 19 words shares one. */
  readonly anchors: Uint32Array;
  /**
   * Where each of them begins first: the line of the document in the upper 20 bits, the word of that line in the lower 12.
   * `NO_PLACE` for what begins in the title. Beyond the 4,095th word of one line places are all the same, and passages are not found.
   */
  readonly anchorAt: Uint32Array;
  /** MinHash of the first 120 words, for truncated copies. */
  readonly lead: Uint32Array;
  /** One-permutation MinHash of word 5-grams with every figure masked, 32 slots: the text of a series without its figures. */
  readonly skeleton: Uint32Array;
  /** Hashes of the numbers, months and weekdays in its prose, sorted and distinct. */
  readonly figures: Uint32Array;
  /** Hashes of the lines of up to 60 words without figures, sorted and distinct, the low six bits their number of words. */
  readonly lines: Uint32Array;
  /** Words of the folded body. */
  readonly words: number;
  /** Words of the raw text that did not reach the body: the cleaner of two equal bodies has fewer. */
  readonly chrome: number;
  /** The article's date as `YYYY-MM-DD…`, or `''`. */
  readonly date: string;
}

/**
 * What the other pages of a document's site say of its lines. Numbers are rounded down to 1, 4, 16, so that an archive
 * that grows seldom changes them.
 */
export interface SiteEvidence {
  /** Other pages of the same template that were looked at, at least. */
  readonly pages: number;
  /** Pairs of a line's hash (`sites/page.ts`) and on how many of these pages it stands, sorted by hash. */
  readonly lines: Uint32Array;
}

/** Site evidence laid over a document. */
export interface SiteLines {
  readonly pages: number;
  /** Per line of the text, on how many of the pages it stands, at least. */
  readonly on: Uint8Array;
}

export type MatchKind = 'exact' | 'near' | 'revision' | 'truncated' | 'excerpt' | 'contained';

export type Outcome =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'duplicate'; readonly of: DocId; readonly match: MatchKind; readonly similarity: number }
  | { readonly kind: 'empty'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
