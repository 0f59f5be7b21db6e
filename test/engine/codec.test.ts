import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodePacked, encodePacked, packRecord, unpackRecord } from '../../src/core/codec.ts';

const numbers = fc.array(fc.nat(0xffffffff)).map((list) => Uint32Array.from(list));

test('a record with arrays comes back from its bytes as it went in', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), numbers, numbers, (id, words, minhash, anchors) => {
      const record = { id, minhash, words, anchors };
      const { head, bytes } = encodePacked(packRecord(record));
      const packed = decodePacked(head, bytes);
      expect(packed === undefined ? undefined : unpackRecord(packed)).toEqual(record);
    }),
  );
});

test('bytes of another length than the head says are refused', () => {
  const { head, bytes } = encodePacked(packRecord({ id: 'a', minhash: Uint32Array.of(1, 2) }));
  expect(decodePacked(head, bytes.subarray(1))).toBeUndefined();
});
