/** JSON-LD: what the data scripts of a page say of its article. Broken, deep and hostile data is passed over. */
import { fieldText } from './hints.ts';
import { decodeText } from './html-tokens.ts';

export interface LinkedArticle {
  readonly headline?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly url?: string;
  /** The text of the article, tags and all blanks folded. */
  readonly body?: string;
}

type Node = Readonly<Record<string, unknown>>;

/** Real data has tens of nodes three levels deep. */
const MOST_NODES = 500;
const DEEPEST = 5;
const ARTICLE = /(?:article|posting|report|blogpost)$/i;
const PAGE =
  /^(?:webpage|itempage|aboutpage|qapage|review|recipe|creativework|book|event|podcastepisode|videoobject|course|dataset|question|howto)$/i;
const PREFIX = /^(?:https?:\/\/schema\.org\/|schema:)/i;
const TAG = /<[^<>]{0,1000}>/g;
const OPENING = '<![CDATA[';
const CLOSING = ']]>';
/** The marks stand at the very ends, give or take a comment sign. */
const NEAR = 30;
/** Where the nodes of a page hang below one another. */
const BRANCHES = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'] as const;

/** The first article of the scripts; failing that the first page, whose dates and names are its own. */
export function linkedArticle(scripts: readonly string[]): LinkedArticle | undefined {
  const nodes: Node[] = [];
  for (const script of scripts) collect(parse(script), nodes, 0);
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = field(node, '@id');
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  const article = nodes.find((node) => hasType(node, ARTICLE)) ?? nodes.find((node) => hasType(node, PAGE));
  return article && read(article, byId);
}

function parse(script: string): unknown {
  const bare = unwrap(script);
  for (const text of [bare, bare.replace(/[\u0000-\u001f]/g, ' ')]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // Line ends inside strings are the commonest fault; the second try has none.
    }
  }
  return undefined;
}

/** Without the comment or CDATA marks that once hid scripts from old browsers, and without a semicolon at the end. */
function unwrap(script: string): string {
  const opening = script.indexOf(OPENING);
  const closing = script.lastIndexOf(CLOSING);
  const isWrapped = opening >= 0 && opening < NEAR && closing > script.length - NEAR;
  const bare = isWrapped ? script.slice(opening + OPENING.length, closing) : script;
  return bare.slice(Math.max(0, bare.search(/[[{]/)), Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']')) + 1);
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEEPEST || nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, nodes, depth + 1);
  } else if (isNode(value)) {
    nodes.push(value);
    for (const branch of BRANCHES) collect(field(value, branch), nodes, depth + 1);
  }
}

function read(node: Node, byId: ReadonlyMap<string, Node>): LinkedArticle {
  const headline = text(field(node, 'headline')) ?? text(field(node, 'name'));
  const published =
    text(field(node, 'datePublished')) ?? text(field(node, 'dateCreated')) ?? text(field(node, 'uploadDate'));
  const updated = text(field(node, 'dateModified'));
  const [publisher] = names(field(node, 'publisher'), byId);
  const url = text(field(node, 'url')) ?? address(field(node, 'mainEntityOfPage'));
  return {
    authors: names(field(node, 'author') ?? field(node, 'creator'), byId),
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...bodyOf(field(node, 'articleBody')),
  };
}

/** Some write the markup of the article into it. */
function bodyOf(value: unknown): Pick<LinkedArticle, 'body'> {
  return typeof value === 'string' && value !== '' ? { body: decodeText(value.replace(TAG, ' ')) } : {};
}

function address(value: unknown): string | undefined {
  return isNode(value) ? text(field(value, '@id')) : text(value);
}

/** Names of persons or bodies: a string, a node with a name, a reference to one, or a list of these. */
function names(value: unknown, byId: ReadonlyMap<string, Node>): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_NODES) : [value];
  return values.flatMap((each) => {
    if (!isNode(each)) return text(each) ?? [];
    const own = field(each, 'name');
    const id = field(each, '@id');
    const other = own === undefined && typeof id === 'string' ? byId.get(id) : undefined;
    const name = own ?? (other && field(other, 'name'));
    return (Array.isArray(name) ? (name as readonly unknown[]) : [name]).flatMap((one) => text(one) ?? []);
  });
}

function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return text(value[0]);
  if (isNode(value)) return text(field(value, '@value'));
  return typeof value === 'string' ? fieldText(decodeText(value)) : undefined;
}

function hasType(node: Node, pattern: RegExp): boolean {
  const type = field(node, '@type');
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((each) => typeof each === 'string' && each.length < 100 && pattern.test(each.replace(PREFIX, '')));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own fields only: data may hold `__proto__` or `constructor`. */
function field(node: Node, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}
