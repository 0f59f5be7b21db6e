/** Colours reach views as a function, so every view is testable as plain text. */

export type Style = 'strong' | 'faint' | 'kept' | 'removed' | 'moved' | 'trouble';
export type Paint = (style: Style, text: string) => string;

/** Where a view is shown: how it is coloured and how many columns it has. */
export interface Screen {
  readonly paint: Paint;
  readonly width: number;
}

export const unpainted: Paint = (_style, text) => text;
