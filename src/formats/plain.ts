import type { FileFormat, Intake } from '../core/contracts.ts';
import type { RawDocument } from '../core/types.ts';
import { looksBinary } from '../text/charset.ts';
import type { Origin } from './decoded.ts';
import { documentOf, originOfBytes } from './decoded.ts';

/** Text as it stands: `text/blocks` finds its structure. The last format of the registry, for what no other claims. */
export const plain: FileFormat = {
  name: 'text',
  title: 'plain text',
  extensions: ['.txt', '.text'],
  shape: 'file',
  sniff(head: Uint8Array): boolean {
    return !looksBinary(head);
  },
  read(bytes: Uint8Array, intake: Intake): RawDocument {
    return readPlain(originOfBytes(bytes, intake));
  },
};

export function readPlain(origin: Origin, format: string = plain.name): RawDocument {
  return documentOf(format, origin, { text: origin.decoded.text });
}
