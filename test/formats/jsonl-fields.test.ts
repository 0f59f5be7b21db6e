import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withField, writtenFields } from '../../src/formats/jsonl-fields.ts';

describe('the fields of an object as they are written', () => {
  test('values keep their digits, their blanks inside and their order', () => {
    const json = '{ "id" : 9007199254740993 ,"a": [1.0, {"b": "}, \\"c\\": 1"}], "e\\u0061":1e3,"id":-0 }';
    expect(writtenFields(json).map(({ key, value }) => [key, value])).toEqual([
      ['id', '9007199254740993'],
      ['a', '[1.0, {"b": "}, \\"c\\": 1"}]'],
      ['ea', '1e3'],
      ['id', '-0'],
    ]);
  });

  test('one more comes at the end, and every other byte is as it was', () => {
    expect(withField('{"n": 1.0 , "s":"\\u00e9\\\\" }', 'own', '{"x":1}')).toEqual({
      json: '{"n": 1.0 , "s":"\\u00e9\\\\" ,"own":{"x":1}}',
    });
    expect(withField('{ }', 'own', '1')).toEqual({ json: '{ "own":1}' });
  });

  test.each([
    ['{"own":"theirs","n":1}', '{"own_1":"theirs","n":1,"own":0}', 'own_1'],
    ['{"own_1":5,"\\u006fwn":6,"own":7}', '{"own_1":5,"own_2":6,"own_2":7,"own":0}', 'own_2'],
    ['{"own":{"own":1}}', '{"own_1":{"own":1},"own":0}', 'own_1'],
  ])('%s gives way under another name', (json, expected, moved) => {
    expect(withField(json, 'own', '0')).toEqual({ json: expected, moved });
  });

  test('whatever the object holds, JSON.parse finds in it what was there and ours', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('own', '"', '\\'));
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), fc.jsonValue(), (fields, value) => {
        const json = JSON.stringify(fields);
        expect(writtenFields(json).map((field) => [field.key, field.value])).toEqual(
          Object.entries(fields).map(([name, each]) => [name, JSON.stringify(each)]),
        );
        const renamed = Object.entries(fields).map(([name, each]) => [name === 'own' ? 'own_1' : name, each]);
        const expected = JSON.stringify(Object.fromEntries([...renamed, ['own', value]]));
        expect(JSON.parse(withField(json, 'own', JSON.stringify(value)).json)).toEqual(JSON.parse(expected));
      }),
    );
  });
});
