/** The fields of a JSON object as they are written: what JSON.parse rounds (large numbers) or forgets (`1.0`, order) stays. */

export interface WrittenField {
  readonly key: string;
  /** Where the quoted key begins and ends in the text. */
  readonly keyFrom: number;
  readonly keyEnd: number;
  /** The value as it is written, blanks around it aside. */
  readonly value: string;
}

const QUOTE = '"';
const OPENS = '{[';
const CLOSES = '}]';

/** Those at the top, in their order, also one given twice. The text is one object that JSON.parse takes. */
export function writtenFields(json: string): readonly WrittenField[] {
  const fields: WrittenField[] = [];
  for (let at = json.indexOf(QUOTE); at >= 0; ) {
    const keyEnd = stringEnd(json, at);
    const from = json.indexOf(':', keyEnd) + 1;
    const end = valueEnd(json, from);
    fields.push({
      key: JSON.parse(json.slice(at, keyEnd)) as string,
      keyFrom: at,
      keyEnd,
      value: json.slice(from, end).trim(),
    });
    at = json.indexOf(QUOTE, end);
  }
  return fields;
}

/** Past the comma's place or the brace that ends the object. */
function valueEnd(json: string, from: number): number {
  let depth = 0;
  for (let at = from; at < json.length; at++) {
    const sign = json.charAt(at);
    if (sign === QUOTE) at = stringEnd(json, at) - 1;
    else if (OPENS.includes(sign)) depth += 1;
    else if (depth === 0 && (sign === ',' || CLOSES.includes(sign))) return at;
    else if (CLOSES.includes(sign)) depth -= 1;
  }
  return json.length;
}

function stringEnd(json: string, from: number): number {
  for (let at = json.indexOf(QUOTE, from + 1); at >= 0; at = json.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (json.charAt(at - 1 - slashes) === '\\') slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return json.length;
}

export interface Extended {
  readonly json: string;
  /** Where the field went that had the name already. */
  readonly moved?: string;
}

/**
 * The object with one more field at its end and every other byte as it was. A field that has the name already gives way:
 * it stands under the name with the first free number, `name_1`.
 */
export function withField(json: string, name: string, value: string): Extended {
  const fields = json.includes(name) || json.includes('\\') ? writtenFields(json) : [];
  const taken = fields.filter(({ key }) => key === name);
  const moved = freeName(name, fields);
  const renamed = taken.length === 0 ? json : renameAll(json, taken, moved);
  const end = renamed.lastIndexOf('}');
  const comma = renamed.slice(0, end).trimEnd() === '{' ? '' : ',';
  const extended = `${renamed.slice(0, end)}${comma}${JSON.stringify(name)}:${value}${renamed.slice(end)}`;
  return taken.length === 0 ? { json: extended } : { json: extended, moved };
}

function freeName(name: string, fields: readonly WrittenField[]): string {
  const keys = new Set(fields.map(({ key }) => key));
  for (let number = 1; ; number++) if (!keys.has(`${name}_${number}`)) return `${name}_${number}`;
}

function renameAll(json: string, fields: readonly WrittenField[], name: string): string {
  let text = '';
  let from = 0;
  for (const { keyFrom, keyEnd } of fields) {
    text += json.slice(from, keyFrom) + JSON.stringify(name);
    from = keyEnd;
  }
  return text + json.slice(from);
}
