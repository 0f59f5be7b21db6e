/**
 * Scraped text and file names on their way to a terminal, a CI log or a report: shown, never obeyed. C0 and C1 controls, DEL,
 * bidi controls, separators, interlinear annotation, noncharacters, tags and lone surrogates become visible escapes
 * (CVE-2021-42574 and kin). The escapers of reports do that first, since reports are printed too.
 */

/** Code units that a terminal acts on or that reorder or hide what is seen. Surrogates are looked at in pairs below. */
const UNSAFE =
  /[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
/** Tags (invisible letters) are the only astral signs that hide text. */
const TAGS_FIRST = 0xe0000;
const TAGS_LAST = 0xe007f;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };
const TAB_WIDTH = 4;

/** Opens a command to a CI service: `##vso[`, `##teamcity[`, `##[group]` anywhere, `::error::` where a line begins. */
const HASH_COMMAND = /##(?=(?:vso|teamcity)?\[)/gi;
const COLON_COMMAND = /^ {0,80}::/;

/** One field of a line: the result has no line end and no control character. */
export function escapeTerminal(text: string): string {
  const shown = text.replace(UNSAFE, escapeSign);
  return shown.replace(HASH_COMMAND, '#\\x23').replace(COLON_COMMAND, (start) => `${start.slice(0, -2)}\\x3a:`);
}

function escapeSign(sign: string): string {
  if (sign === '\t') return ' '.repeat(TAB_WIDTH);
  const code = sign.codePointAt(0) as number;
  if (sign.length === 2) return code >= TAGS_FIRST && code <= TAGS_LAST ? `\\u{${code.toString(16)}}` : sign;
  return SHORT[sign] ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
}

/** Text of many lines: line feeds stay, every line is a field. */
export function escapeTerminalText(text: string): string {
  return text.split('\n').map(escapeTerminal).join('\n');
}

/** JSON stays the same value: what a terminal might obey is written with JSON's own escapes. */
export function escapeJson(json: string): string {
  return json
    .replace(UNSAFE, (sign) =>
      sign === '\n' || !isUnsafePair(sign)
        ? sign
        : [...Array(sign.length).keys()].map((at) => `\\u${hex(sign.charCodeAt(at), 4)}`).join(''),
    )
    .replace(HASH_COMMAND, '#\\u0023');
}

function isUnsafePair(sign: string): boolean {
  if (sign.length === 1) return true;
  const code = sign.codePointAt(0) as number;
  return code >= TAGS_FIRST && code <= TAGS_LAST;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

const XML_SIGNS = /[&<>"']/g;
const XML_NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text of an XML element or attribute; one line. What XML forbids is visible, nothing is markup. */
export function escapeXml(text: string): string {
  return escapeTerminal(text).replace(XML_SIGNS, (sign) => XML_NAMES[sign] as string);
}

const PUNCTUATION = /[!-+\--/:-@[-`{-~]/g;
/** Services look for mentions, references and emoji in the finished text, but not across the border of an element. */
const LINKING = '@#:';

/** Text of a Markdown paragraph or table cell; one line. No punctuation is left that Markdown or HTML could read. */
export function escapeMarkdown(text: string): string {
  return escapeTerminal(text).replace(PUNCTUATION, (sign) => {
    const reference = `&#${sign.charCodeAt(0)};`;
    return LINKING.includes(sign) ? `<span>${reference}</span>` : reference;
  });
}

const DATA_SIGNS: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};

/** The message of a GitHub workflow command. Fields are made visible one by one; line feeds between them stay. */
export function escapeCommandData(text: string): string {
  return escapeTerminalText(text).replace(/[%\r\n]/g, (sign) => DATA_SIGNS[sign] as string);
}

/** A property of a GitHub workflow command; one line. */
export function escapeCommandProperty(text: string): string {
  return escapeTerminal(text).replace(/[%\r\n:,]/g, (sign) => DATA_SIGNS[sign] as string);
}

/** The plain text of a SARIF message: no placeholder (`{0}`) and no embedded link (`[text](target)`). */
export function escapeSarif(text: string): string {
  return escapeTerminal(text)
    .replace(/[{}]/g, (sign) => `\\x${hex(sign.charCodeAt(0), 2)}`)
    .replaceAll('](', ']\\x28');
}

/** The text of an embedded link in a SARIF message. */
export function escapeSarifLink(text: string): string {
  return escapeSarif(text).replace(/[\\[\]]/g, '\\$&');
}

/** A relative path with forward slashes as a URI reference; it can name no scheme and no host. */
export function escapeUri(path: string): string {
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return uri.startsWith('/') ? `%2F${uri.slice(1)}` : uri;
}
