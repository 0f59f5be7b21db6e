/** What stands in `src/dedup/kernel-code.ts`. */
export function kernelCode(): Promise<string>;
