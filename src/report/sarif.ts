/**
 * What `check` found as SARIF 2.1.0, within what GitHub takes: 5,000 results, the worst first, and 10 MB packed. No clock, no
 * absolute path: the same findings are the same bytes.
 */
import type { Kind } from '../core/types.ts';
import { count } from './amounts.ts';
import {
  type CheckFinding,
  type CheckReport,
  KIND_TEXTS,
  type KindText,
  type Region,
  type RelatedPlace,
  type Severity,
} from './check-report.ts';
import { cutTo, regionInFile, relatedRegion, shownFindings, worstFirst } from './check-view.ts';
import { escapeJson, escapeSarif, escapeSarifLink, escapeTerminal, escapeUri } from './escape.ts';
import type { Reporter, ReporterFacts } from './reporter.ts';

export const sarifReporter: Reporter = {
  name: 'sarif',
  title: 'for code scanning: SARIF 2.1.0, the 5,000 worst findings',
  render,
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const HOME = 'https://www.npmjs.com/package/clean-archive';
/** GitHub keeps so many of a run. */
const MOST_RESULTS = 5000;
/** Noise of printable signs packs to 83 % (measured), so that this stays below 10 MB whatever the names are. */
const MOST_BYTES = 11_500_000;
const LONGEST_MESSAGE = 1000;
const LONGEST_RELATED_MESSAGE = 200;
const MOST_RELATED = 10;
const MOST_RULES = 20;
const ROOT = '%SRCROOT%';

type Precision = 'very-high' | 'high' | 'medium' | 'low';

/** How far a kind is a fact (equal texts, an error when reading) or a judgement; GitHub lists facts first. */
const PRECISIONS: Readonly<Record<Kind, Precision>> = {
  duplicate: 'very-high',
  'near-duplicate': 'high',
  repeated: 'very-high',
  empty: 'high',
  'low-yield': 'medium',
  undecodable: 'very-high',
  mojibake: 'high',
  suspicious: 'high',
  chrome: 'high',
  related: 'medium',
  caption: 'medium',
  moved: 'medium',
  'off-topic': 'low',
  oversized: 'very-high',
  unreadable: 'very-high',
};
const PROBLEMS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};
const KINDS = Object.keys(KIND_TEXTS) as readonly Kind[];
const RULE_INDEX: ReadonlyMap<Kind, number> = new Map(KINDS.map((kind, at) => [kind, at]));

function* render(report: CheckReport, facts: ReporterFacts): Generator<string> {
  yield `{"$schema":${json(SCHEMA)},"version":"2.1.0","runs":[{\n"tool":${json(toolOf(facts))},\n`;
  yield `"columnKind":"utf16CodeUnits",\n"originalUriBaseIds":${json(BASES)},\n"results":[`;
  const shown = shownFindings(report, facts);
  let written = 0;
  let bytes = 0;
  for (const finding of worstFirst(shown)) {
    if (written === MOST_RESULTS) break;
    const result = json(resultOf(finding, facts));
    bytes += Buffer.byteLength(result);
    if (bytes > MOST_BYTES) break;
    yield `${written === 0 ? '' : ','}\n${result}`;
    written += 1;
  }
  yield `\n],\n"invocations":[${json(invocationOf(shown.length - written))}]\n}]}\n`;
}

const BASES = { [ROOT]: { description: { text: 'The root of the repository.' } } };

function toolOf({ version }: ReporterFacts): object {
  return { driver: { name: 'clean-archive', version, informationUri: HOME, rules: KINDS.map(ruleOf) } };
}

function ruleOf(kind: Kind): object {
  const { severity, title, about, help }: KindText = KIND_TEXTS[kind];
  return {
    id: kind,
    name: pascalCase(kind),
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: { text: `${about} ${help}`, markdown: `**${title}**\n\n${about}\n\n${help}` },
    defaultConfiguration: { level: severity },
    properties: { precision: PRECISIONS[kind], 'problem.severity': PROBLEMS[severity], tags: ['text', kind] },
  };
}

function pascalCase(kind: Kind): string {
  return kind
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function resultOf(finding: CheckFinding, facts: ReporterFacts): object {
  const { kind, severity, path, record, rules, related, fingerprint } = finding;
  const named = related.slice(0, MOST_RELATED);
  const properties = {
    ...(record === undefined ? {} : { record }),
    ...(rules.length === 0 ? {} : { rules: rules.slice(0, MOST_RULES).map(escapeTerminal) }),
  };
  return {
    ruleId: kind,
    ruleIndex: RULE_INDEX.get(kind),
    level: severity,
    message: { text: messageOf(finding, named) },
    locations: [{ physicalLocation: physicalOf(path, regionInFile(finding), facts) }],
    ...(named.length === 0
      ? {}
      : { relatedLocations: named.map((place, at) => ({ id: at + 1, ...relatedOf(place, facts) })) }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

/** The first sentence says what was found; the second links to the other places by their numbers. */
function messageOf({ message, record, related }: CheckFinding, named: readonly RelatedPlace[]): string {
  const said = escapeSarif(cutTo(message, LONGEST_MESSAGE));
  const text = record === undefined ? said : `Record ${record}: ${said}`;
  if (named.length === 0) return text;
  const links = named.map((place, at) => `[${escapeSarifLink(placeInWords(place))}](${at + 1})`).join(', ');
  const more = related.length - named.length;
  return `${text.replace(/\.$/, '')}. See ${links}${more > 0 ? ` and ${more} more` : ''}.`;
}

function placeInWords({ path, record, region }: RelatedPlace): string {
  const name = cutTo(path, LONGEST_RELATED_MESSAGE) + (record === undefined ? '' : `#${record}`);
  if (region === undefined) return name;
  const { startLine, endLine } = region;
  return `${name}:${startLine === endLine ? startLine : `${startLine}-${endLine}`}`;
}

function relatedOf(place: RelatedPlace, facts: ReporterFacts): object {
  return {
    physicalLocation: physicalOf(place.path, relatedRegion(place), facts),
    message: { text: escapeSarif(cutTo(place.message, LONGEST_RELATED_MESSAGE)) },
  };
}

function physicalOf(path: string, region: Region | undefined, { fromRoot }: ReporterFacts): object {
  const artifactLocation = { uri: escapeUri(fromRoot(path)), uriBaseId: ROOT };
  if (region === undefined) return { artifactLocation };
  const { startLine, startColumn, endLine, endColumn } = region;
  return { artifactLocation, region: { startLine, startColumn, endLine, endColumn } };
}

/** Findings make the command fail, not the tool. */
function invocationOf(leftOut: number): object {
  if (leftOut === 0) return { executionSuccessful: true };
  const text = `${count(leftOut, 'finding')} left out: a run holds the ${MOST_RESULTS} worst, and at most 10 MB packed.`;
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: 'warning', descriptor: { id: 'left-out' }, message: { text } }],
  };
}

function json(value: unknown): string {
  return escapeJson(JSON.stringify(value));
}
