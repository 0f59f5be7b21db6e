/** The JSON Schema of configuration files, so that editors complete and check what somebody writes. */
import { LIMITS } from '../../core/limits.ts';
import { SWITCHES } from '../../engine/policy.ts';
import { CONFIG_KEYS, type ConfigKey, type ValueType } from './keys.ts';

type Schema = Readonly<Record<string, unknown>>;

const TITLE = 'Configuration of clean-archive';
const ROWS: Schema = { maxItems: LIMITS.configRows.value };
const GLOB: Schema = { type: 'string', minLength: 1, maxLength: LIMITS.globUnits.value };
const PATTERN: Schema = { type: 'string', minLength: 1, maxLength: LIMITS.patternUnits.value };
const PATTERNS: Schema = { type: 'array', items: PATTERN, ...ROWS };
const KEEP = 'lines that match one of these patterns stay, whatever the rules say (syntax of RE2)';
const DROP = 'lines that match one of these patterns go, unless one of keep matches too (syntax of RE2)';

export function configSchema(): Schema {
  const options = CONFIG_KEYS.map((key): [string, Schema] => [key.key, schemaOf(key)]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: TITLE,
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'where this schema lies, for editors' },
      extends: { type: 'string', description: 'a .yaml, .yml or .json file in this folder or below that holds first' },
      ...Object.fromEntries(options),
      rules: rulesSchema(),
      keep: { ...PATTERNS, description: KEEP },
      drop: { ...PATTERNS, description: DROP },
      overrides: {
        type: 'array',
        description: 'what holds for some files only; of several that name a file the later one wins',
        items: overrideSchema(),
        ...ROWS,
      },
    },
  };
}

function schemaOf(key: ConfigKey): Schema {
  const type = typeSchema(key.type);
  const described = { description: key.help, ...(key.default === undefined ? {} : { default: key.default }) };
  if (!key.many) return { ...described, ...type };
  return { ...described, anyOf: [type, { type: 'array', items: type, ...ROWS }] };
}

function typeSchema(type: ValueType): Schema {
  switch (type.kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: type.of };
    case 'words':
      return { anyOf: [{ type: 'string' }, { type: 'array', items: { enum: type.of } }] };
    case 'count':
      return { type: 'integer', minimum: 1, maximum: type.most };
    case 'seconds':
      return { type: 'number', exclusiveMinimum: 0 };
    case 'size':
      return {
        anyOf: [
          { type: 'integer', minimum: 1 },
          { type: 'string', pattern: '^\\d{1,12} ?[kKmMgGtT]?(i?[bB])?$' },
        ],
      };
    case 'glob':
      return GLOB;
    default:
      return { type: 'string', minLength: 1 };
  }
}

function rulesSchema(): Schema {
  return {
    type: 'object',
    description: 'false for a rule that has no say, true for one that an override brings back',
    additionalProperties: false,
    properties: Object.fromEntries(SWITCHES.map((id) => [id, { type: 'boolean' }])),
  };
}

function overrideSchema(): Schema {
  const level = CONFIG_KEYS.find(({ key }) => key === 'level');
  return {
    type: 'object',
    additionalProperties: false,
    required: ['files'],
    properties: {
      files: {
        description: 'globs as in .gitignore, counted from the folder of the configuration',
        anyOf: [GLOB, { type: 'array', items: GLOB, minItems: 1, ...ROWS }],
      },
      ...(level === undefined ? {} : { level: { ...typeSchema(level.type), description: level.help } }),
      rules: rulesSchema(),
      keep: { ...PATTERNS, description: KEEP },
      drop: { ...PATTERNS, description: DROP },
    },
  };
}
