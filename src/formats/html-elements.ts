/** What the flattener must know of an element, as bits. Elements that are not listed are inline, and their end tags close nothing but them. */
export const VOID = 1;
/** A line break before and after. */
export const BLOCK = 2;
/** A blank line before and after. */
export const APART = 4;
/** What it holds is never shown. */
export const HIDDEN = 8;
/** Inline markup whose end tag may cross block elements (the formatting elements of the HTML standard). */
export const FORMAT = 16;
/** Its start tag ends an open paragraph. */
export const ENDS_P = 32;
/** End tags of what is around it do not reach through it. */
export const BARRIER = 64;
/** `html`, `head`, `body`: their tags open and close nothing. */
export const ROOT = 128;
/** Its start tag leaves SVG or MathML. */
export const BREAKOUT = 256;
export const HEADING = 512;
/** SVG or MathML begins. */
export const FOREIGN = 1024;
/** HTML begins again inside SVG or MathML. */
export const HTML_AGAIN = 2048;
export const TABLE_ROOT = 4096;
/** Rows, cells and sections of a table. */
export const TABLE_PART = 8192;

const FLOW = BLOCK | ENDS_P | BREAKOUT;

const GROUPS: readonly (readonly [traits: number, names: string])[] = [
  [VOID, 'area base basefont bgsound col command embed frame img input keygen link meta param source track wbr'],
  [VOID | BREAKOUT, 'br'],
  [VOID | FLOW | APART, 'hr'],
  [ROOT, 'html head body'],
  [HIDDEN, 'audio canvas datalist iframe noembed noframes noscript script style textarea title video'],
  [HIDDEN | BARRIER, 'object template'],
  [HIDDEN | FOREIGN, 'svg'],
  [FOREIGN, 'math'],
  [HIDDEN, 'annotation annotation-xml'],
  [HTML_AGAIN, 'foreignobject desc'],
  [FORMAT | BREAKOUT, 'a b big code em font i nobr s small strike strong tt u'],
  [BREAKOUT, 'span sub sup ruby var'],
  [FLOW | APART, 'p ul ol dl menu dir blockquote pre listing xmp'],
  [FLOW | APART | HEADING, 'h1 h2 h3 h4 h5 h6'],
  [FLOW | APART, 'article aside details dialog fieldset figure footer form header main nav search section'],
  [FLOW, 'div center address figcaption hgroup summary li dt dd'],
  [BLOCK, 'legend option optgroup select'],
  [FLOW | APART | BARRIER | TABLE_ROOT, 'table'],
  [BLOCK | BARRIER | TABLE_PART, 'caption td th'],
  [BLOCK | TABLE_PART, 'tr thead tbody tfoot'],
  [0, 'time label button'],
];

/** Names by code; code 0 stands for names not listed. */
export const NAMES: readonly string[] = ['', ...GROUPS.flatMap(([, names]) => names.split(' '))];
const TRAITS: Readonly<Int32Array> = Int32Array.from([
  0,
  ...GROUPS.flatMap(([traits, names]) => names.split(' ').map(() => traits)),
]);
const CODES: ReadonlyMap<string, number> = new Map(NAMES.map((name, code) => [name, code]));

/** The code of an element name in lower case; 0 if it is not listed. */
export function elementCode(name: string): number {
  return CODES.get(name) ?? 0;
}

/** Codes above the listed ones are names of one page; they have no traits. */
export function traitsOf(code: number): number {
  return code < TRAITS.length ? (TRAITS[code] as number) : 0;
}
