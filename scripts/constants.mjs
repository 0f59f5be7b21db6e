/**
 * Gives a bundle its constants back. The bundler declares everything at the top level with `var`; what is never assigned again
 * becomes `const`, which the engine compiles into the code that uses it: tables of a hot loop are read about twice as fast.
 */
import { parse } from 'acorn';
import { ancestor, simple } from 'acorn-walk';

/** The module's text with `const` for every top-level `var` that is given its value where it stands and nowhere else. */
export function withConstants(code) {
  const module = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const variables = module.body.filter(({ type, kind }) => type === 'VariableDeclaration' && kind === 'var');
  const assigned = assignedIn(module);
  const declared = new Map();
  for (const { declarations } of variables)
    for (const { id } of declarations) declared.set(id.name, (declared.get(id.name) ?? 0) + 1);
  const isConstant = ({ id, init }) =>
    id.type === 'Identifier' && init !== null && !assigned.has(id.name) && declared.get(id.name) === 1;
  const pieces = [];
  let at = 0;
  for (const { start, end, declarations } of variables) {
    const parts = declarations.map((one) => `${isConstant(one) ? 'const' : 'var'} ${code.slice(one.start, one.end)};`);
    pieces.push(code.slice(at, start), parts.join(''));
    at = end;
  }
  return pieces.join('') + code.slice(at);
}

/** Names that are assigned anywhere, whatever they stand for there. */
function assignedIn(module) {
  const names = new Set();
  const addAll = (target) => {
    ancestor(target, {
      Pattern: ({ type, name }) => type === 'Identifier' && names.add(name),
      Identifier: ({ name }) => names.add(name),
    });
  };
  simple(module, {
    AssignmentExpression: ({ left }) => left.type !== 'MemberExpression' && addAll(left),
    UpdateExpression: ({ argument }) => argument.type !== 'MemberExpression' && addAll(argument),
    ForInStatement: ({ left }) => left.type !== 'VariableDeclaration' && addAll(left),
    ForOfStatement: ({ left }) => left.type !== 'VariableDeclaration' && addAll(left),
  });
  return names;
}
