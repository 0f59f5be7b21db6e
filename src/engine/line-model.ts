/** The shipped weights of the line model, read once. */
import { readFileSync } from 'node:fs';
import { type LineModel, parseWeights } from '../model/weights.ts';

/** Beside the compiled modules, one folder down whether this one stands in the bundle or by itself. */
const PATH: URL = new URL('../model/lines.bin', import.meta.url);
let loaded: LineModel | undefined;

export function lineModel(): LineModel {
  loaded ??= readModel();
  return loaded;
}

function readModel(): LineModel {
  const model = parseWeights(readFileSync(PATH));
  if (model === undefined)
    throw new Error(`${PATH.pathname} holds no weights for this version; install the package anew`);
  return model;
}
