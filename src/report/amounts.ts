/** Numbers as people read them. No locale: the same bytes everywhere. */

const KIB = 1024;
const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'];

/** 1234567 is `1,234,567`. */
export function thousands(number: number): string {
  const digits = String(Math.trunc(number));
  let shown = digits.slice(0, digits.length % 3);
  for (let at = digits.length % 3; at < digits.length; at += 3)
    shown += `${shown === '' ? '' : ','}${digits.slice(at, at + 3)}`;
  return shown;
}

/** `1 line`, `17 lines`; the plural is given where it is not the singular with an s. */
export function count(number: number, singular: string, plural: string = `${singular}s`): string {
  return `${thousands(number)} ${number === 1 ? singular : plural}`;
}

export function byteSize(bytes: number): string {
  if (bytes < KIB) return count(bytes, 'byte');
  let size = bytes / KIB;
  let unit = 0;
  while (size >= KIB && unit < UNITS.length - 1) {
    size /= KIB;
    unit += 1;
  }
  return `${size < 100 ? size.toFixed(1) : thousands(Math.round(size))} ${UNITS[unit]}`;
}

export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  if (value < 60) return `${value.toFixed(1)} s`;
  return `${thousands(Math.floor(value / 60))} min ${Math.floor(value % 60)} s`;
}

/** Never rounds up to 100. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** `4`, `21-37`, `2, 4, 6`. */
export function ranges(list: readonly (readonly [number, number])[]): string {
  return list.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}
