/**
 * Memory that nobody holds any more, given back between the phases of a large run. Columns that came from threads are of no weight
 * to the collector, which left them lying about: a run over a million documents held a tenth more.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** With fewer documents there is little to collect, and collecting takes its time. */
const MANY_DOCUMENTS = 100_000;
/** By so many per cent the heap may grow over what is in use; the engine lets it grow fourfold. */
const GROWTH = 50;
let collect: (() => void) | undefined;

export function collectBetweenPhases(documents: number): void {
  if (documents < MANY_DOCUMENTS) return;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
