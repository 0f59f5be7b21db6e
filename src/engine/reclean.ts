/** Holds a document of the archive against its input: the same bytes, the same article, the same removed lines, nothing lost. */

import { InputError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { CleanArticle, Document } from '../core/types.ts';
import { lineRow } from '../report/place.ts';
import { type RemovedRow, removedText } from '../report/records.ts';
import { type ContextOf, contextFrom } from './context.ts';
import { type Decisions, digestDecisions } from './decisions.ts';
import { chooseFormat, cleanRaw, intakeOf, isEntry, readRecords, renderArticle, type Shape } from './documents.ts';
import { textIn } from './entries.ts';
import { runningSha256, sha256 } from './hashes.ts';
import type { Layout } from './layout.ts';
import { digestSite, type ManifestRow } from './manifest.ts';
import { FileReader, readChunks, readHead } from './open.ts';
import { readSites } from './packed-files.ts';
import { previousRemoved } from './previous.ts';
import type { Settings } from './settings.ts';
import { shapeIn } from './summary.ts';
import type { Difference } from './verify.ts';

export class Recleaner {
  readonly #shape: Shape;
  readonly #annotates: boolean;
  readonly #decisions: Decisions;
  readonly #contextOf: ContextOf;
  readonly #removed: ReturnType<typeof previousRemoved>;
  readonly #reader: FileReader = new FileReader();

  constructor(settings: Settings, decisions: Decisions, layout: Layout) {
    this.#shape = shapeIn(settings);
    this.#annotates = settings.on_duplicate === 'annotate';
    this.#decisions = decisions;
    const sites = readSites(layout.sites);
    this.#contextOf = contextFrom(decisions.restored, (id) => sites?.get(id));
    this.#removed = previousRemoved(layout);
  }

  close(): void {
    this.#removed.close();
  }

  /** `rows` are those of one input file. */
  async check(path: string, absolute: string, rows: readonly ManifestRow[]): Promise<readonly Difference[]> {
    try {
      const isContainer = rows.some((row) => row.container !== undefined);
      return isContainer ? await this.#checkContainer(path, absolute, rows) : this.#checkFile(path, absolute, rows);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const isKnown = rows.every((row) => row.outcome === 'failed' || row.outcome === 'skipped');
      return isKnown ? [] : [{ path, what: 'raw-changed', message: `it cannot be read: ${error.message}` }];
    }
  }

  #checkFile(path: string, absolute: string, [row]: readonly ManifestRow[]): readonly Difference[] {
    if (row?.sha256 === undefined) return [];
    const bytes = this.#reader.read(absolute, LIMITS.containerBytes.value);
    if (sha256(bytes) !== row.sha256) return [changed(path)];
    if (row.words === undefined) return [];
    if (this.#isDeaf(row)) return [deaf(path)];
    const format = chooseFormat(bytes, path, this.#shape.reading);
    if (format?.shape !== 'file') return [changed(path)];
    const { doc, article } = cleanRaw(
      format.read(bytes, intakeOf(path, this.#shape.reading)),
      this.#shape.cleaning,
      this.#contextOf(row.path),
    );
    return this.#compare(row, doc, article);
  }

  async #checkContainer(path: string, absolute: string, rows: readonly ManifestRow[]): Promise<readonly Difference[]> {
    const { reading, cleaning } = this.#shape;
    const hash = runningSha256();
    for await (const chunk of readChunks(absolute, LIMITS.containerBytes.value)) hash.update(chunk);
    if (hash.digest() !== rows[0]?.sha256) return [changed(path)];
    const format = chooseFormat(readHead(absolute, LIMITS.sniffBytes.value), path, reading);
    if (format?.shape !== 'container') return [changed(path)];
    const byId = new Map(rows.map((row) => [row.path, row]));
    const differences: Difference[] = [];
    for await (const record of readRecords(format, readChunks(absolute, LIMITS.containerBytes.value), path, reading)) {
      if (!isEntry(record)) continue;
      const row = byId.get(record.document.id);
      if (row === undefined) {
        differences.push({
          path: record.document.id,
          what: 'raw-new',
          message: 'the archive does not know this record',
        });
      } else if (this.#isDeaf(row)) {
        differences.push(deaf(row.path));
      } else if (row.words !== undefined) {
        const { doc, article } = cleanRaw(record.document, cleaning, this.#contextOf(row.path));
        differences.push(...this.#compare(row, doc, article));
      }
    }
    return differences;
  }

  /** What its siblings said when it was judged is not known any more. */
  #isDeaf(row: ManifestRow): boolean {
    return digestSite(this.#contextOf(row.path).site) !== row.site;
  }

  /** Lines restored without the input at hand stand in their place, and the next run lays them out. */
  #awaitsRun(row: ManifestRow): boolean {
    return digestDecisions(this.#decisions, row.path) !== row.restored;
  }

  #compare(row: ManifestRow, doc: Document, article: CleanArticle): readonly Difference[] {
    const path = row.path;
    if (row.outcome === 'duplicate') return [];
    if (row.outcome === 'written') {
      const text = renderArticle(article, this.#shape.writing, this.#annotates ? row.of : undefined);
      if (sha256(text) !== row.output_sha256 && !this.#awaitsRun(row))
        return [{ path, what: 'differs', message: 'cleaning it again gives another article' }];
    } else if (article.body.length > 0) {
      return [{ path, what: 'differs', message: 'cleaning it again gives an article' }];
    }
    const slice = this.#removed.slices.get(path);
    const recorded = slice === undefined ? '' : textIn(slice);
    if (recorded !== removedText(doc, article))
      return [{ path, what: 'differs', message: 'cleaning it again removes other lines than are recorded' }];
    const lost = unaccounted(doc, article, recorded);
    return lost === undefined
      ? []
      : [
          {
            path,
            what: 'unaccounted',
            message: `line ${lost} is neither in the article nor in the record of removed lines`,
          },
        ];
  }
}

function changed(path: string): Difference {
  return { path, what: 'raw-changed', message: 'the input is not the one that was cleaned' };
}

function deaf(path: string): Difference {
  const message = 'what the other pages of its site said is gone with state/; run again first';
  return { path, what: 'state-missing', message };
}

/** The number of the first line that is not blank and in neither place, or in both. */
function unaccounted(doc: Document, article: CleanArticle, recorded: string): number | undefined {
  const places = new Uint8Array(doc.lines.count);
  for (const { at } of article.body) places[at] = (places[at] as number) + 1;
  for (const line of recorded.split('\n')) {
    if (line === '') continue;
    const { lines } = JSON.parse(line) as RemovedRow;
    for (let at = lineRow(lines[0]); at <= lineRow(lines[1]); at++) places[at] = (places[at] as number) + 1;
  }
  for (let at = 0; at < doc.lines.count; at++) {
    if (doc.lines.from[at] !== doc.lines.end[at] && places[at] !== 1) return at + 1;
  }
  return undefined;
}
