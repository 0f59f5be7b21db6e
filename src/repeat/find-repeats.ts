/** The same passage twice in one document: the later copy goes. */
import type { Document, Finding } from '../core/types.ts';
import { findEqualLines } from './equal-lines.ts';
import { findingsOf } from './findings.ts';
import { grainOf } from './grain.ts';
import { LONE_TOKENS } from './lone.ts';
import type { Repeats } from './repeats.ts';
import { noRepeats } from './repeats.ts';
import { findSeeds, holdWords } from './seeds.ts';
import { stripOf } from './strip.ts';
import { sweep } from './sweep.ts';

/** What removing uncovers is looked at again; real pages need a second look at most. */
const MOST_PASSES = 4;

/** Without an equal line only a passage can go, and a passage holds more equal words than this many turns of phrase. */
const FEWEST_SPANS = 3;

export function findRepeats(doc: Document): readonly Finding[] {
  if (doc.lines.count < 2) return [];
  const grain = grainOf(doc);
  let repeats: Repeats | undefined;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const strip = repeats === undefined ? undefined : stripOf(doc, repeats.how);
    const hash = strip?.hash ?? doc.words.hash;
    const seeds = findSeeds(hash, grain.window);
    const equal = findEqualLines(doc, LONE_TOKENS, repeats?.how);
    if (equal === undefined && !holdWords(hash, seeds, grain.least * FEWEST_SPANS)) break;
    const found = repeats ?? noRepeats(doc.lines.count);
    if (!sweep(doc, strip ?? stripOf(doc), seeds, equal, grain, found)) break;
    repeats = found;
  }
  return repeats === undefined ? [] : findingsOf(doc, repeats);
}
