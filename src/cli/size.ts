/** `64M`, `500k`, `1 GiB`, `4096`: sizes as people write them. */
const SIZE = /^(\d{1,12})\s?([kmgt]?)(?:i?b)?$/i;
const STEP = 1024;
const UNITS = ['', 'k', 'm', 'g', 't'];

/** Undefined for what is no size, or none at all. */
export function bytesIn(text: string): number | undefined {
  const [, number = '', unit = ''] = SIZE.exec(text.trim()) ?? [];
  const bytes = Number(number) * STEP ** UNITS.indexOf(unit.toLowerCase());
  return number === '' || bytes === 0 ? undefined : bytes;
}
