/** What `check` found, for people: a heading a document, a row a finding, and what to do next. */
import { thousands } from './amounts.ts';
import type { Breach, CheckFinding, CheckReport, Severity, StaleEntry } from './check-report.ts';
import { countsInWords, documentName, explainExample, shownFindings } from './check-view.ts';
import { escapeTerminal } from './escape.ts';
import type { Style } from './paint.ts';
import type { Reporter, ReporterFacts } from './reporter.ts';
import { padLeft, padTo, widthOf } from './width.ts';

export const textReporter: Reporter = { name: 'text', title: 'for people: a row a finding, by file', render };

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = { error: 'removed', warning: 'trouble', note: 'faint' };
/** `warning` and `near-duplicate` are the longest. */
const SEVERITY_WIDTH = 7;
const KIND_WIDTH = 14;
const LEAST_PLACE = 4;
const GAP = '  ';
const STALE_NAMED = 3;
/** Fails by the counts alone, so that it need not be told. */
const USUAL_GATE = 'error';

function* render(report: CheckReport, facts: ReporterFacts): Generator<string> {
  const shown = shownFindings(report, facts);
  yield* rows(shown, facts);
  if (facts.quiet) return;
  const troubles = [...breachRows(report, facts), ...staleRows(report.stale, facts)];
  if (shown.length > 0) yield '\n';
  for (const row of troubles) yield `${row}\n`;
  yield closing(shown, report, facts);
}

function* rows(shown: readonly CheckFinding[], facts: ReporterFacts): Generator<string> {
  const width = shown.reduce((widest, finding) => Math.max(widest, placeOf(finding).length), LEAST_PLACE);
  let before: string | undefined;
  for (const finding of shown) {
    const name = documentName(finding);
    if (name !== before) yield `${facts.screen.paint('strong', escapeTerminal(name))}\n`;
    before = name;
    yield `${rowOf(finding, width, facts)}\n`;
  }
}

function rowOf(finding: CheckFinding, width: number, { screen: { paint }, verbose }: ReporterFacts): string {
  const { severity, kind, message, rules } = finding;
  const evidence = verbose && rules.length > 0 ? `${GAP}${paint('faint', escapeTerminal(rules.join(', ')))}` : '';
  return [
    `${GAP}${paint('faint', padLeft(placeOf(finding), width))}`,
    `${paint(SEVERITY_STYLES[severity], severity)}${' '.repeat(SEVERITY_WIDTH - severity.length)}`,
    `${padTo(kind, KIND_WIDTH)} ${escapeTerminal(message)}${evidence}`,
  ].join(GAP);
}

function placeOf({ region }: CheckFinding): string {
  return `${region.startLine}:${region.startColumn}`;
}

function breachRows({ breaches, failOn }: CheckReport, { screen: { paint } }: ReporterFacts): readonly string[] {
  const isTold = ({ gate }: Breach): boolean => failOn !== USUAL_GATE || !gate.startsWith('--fail-on');
  return breaches
    .filter(isTold)
    .map(({ gate, found }) => `${paint('trouble', 'over')}   ${escapeTerminal(gate)}: ${escapeTerminal(found)}`);
}

function staleRows(stale: readonly StaleEntry[], { screen: { paint }, verbose }: ReporterFacts): readonly string[] {
  const named = verbose ? stale : stale.slice(0, STALE_NAMED);
  const more = stale.length - named.length;
  const rest = more > 0 ? [`       and ${thousands(more)} more`] : [];
  const advice = stale.length > 0 ? [`       --update-baseline drops ${stale.length === 1 ? 'it' : 'them'}`] : [];
  return [
    ...named.map(
      ({ path, kind, message }) =>
        `${paint('trouble', 'stale')}  ${escapeTerminal(path)}: ${kind}, ${escapeTerminal(message)}`,
    ),
    ...rest,
    ...advice,
  ];
}

/** The example stands beside the counts where there is room, and is never broken. */
function closing(shown: readonly CheckFinding[], report: CheckReport, facts: ReporterFacts): string {
  const { screen } = facts;
  const told = countsInWords(shown, report);
  const example = explainExample(shown, facts);
  if (example === undefined) return `${told}.\n`;
  const advice = `Explain one: ${example}`;
  const line = `${told}.   ${advice}`;
  return widthOf(line) <= screen.width ? `${line}\n` : `${told}.\n${GAP}${advice}\n`;
}
