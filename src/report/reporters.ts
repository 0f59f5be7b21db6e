/** Every reporter; `--reporter` takes these names. */
import { jsonReporter } from './check-json.ts';
import { textReporter } from './check-text.ts';
import { githubReporter } from './github.ts';
import { junitReporter } from './junit.ts';
import type { Reporter, ReporterName } from './reporter.ts';
import { sarifReporter } from './sarif.ts';

export const REPORTERS: Readonly<Record<ReporterName, Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  junit: junitReporter,
  github: githubReporter,
};
