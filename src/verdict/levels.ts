import type { Level } from '../core/types.ts';

/** A drop needs at least this confidence. What each level may cost is stated at `Level`; `bench/quality` measures it. */
export const LEAST_CONFIDENCE: Readonly<Record<Level, number>> = { gentle: 0.9, standard: 0.6, strict: 0.45 };
