/** Functions that are given to a constructor or a function of the same source, by what the parameters are called. */
import type * as t from '@babel/types';
import type { Scope } from './scope.js';

/** The name of the parameter that takes the argument: slope of new Unit(f, v => …); null where that is not known. */
export function parameterFor(caller: t.Node, argument: t.Node, scope: Scope): string | null {
  if (caller.type !== 'NewExpression' && caller.type !== 'CallExpression') return null;
  const at = caller.arguments.findIndex((a) => a === argument);
  const { callee } = caller;
  const declared = callee.type === 'Identifier' ? scope.resolve(callee.name) : null;
  if (at < 0 || !declared) return null;
  const params = caller.type === 'NewExpression' ? constructed(declared.holder) : declared.fn?.params;
  const param = params?.[at];
  return param ? nameOf(param) : null;
}

function constructed(holder: t.Node | null): readonly t.Node[] | undefined {
  if (holder?.type !== 'ClassDeclaration' && holder?.type !== 'ClassExpression') return undefined;
  const made = holder.body.body.find(
    (m): m is t.ClassMethod => m.type === 'ClassMethod' && m.kind === 'constructor',
  );
  return made?.params;
}

/** Of a parameter with a default, a rest parameter has none for one argument. */
function nameOf(param: t.Node): string | null {
  if (param.type === 'Identifier') return param.name;
  if (param.type === 'TSParameterProperty') return nameOf(param.parameter);
  return param.type === 'AssignmentPattern' ? nameOf(param.left) : null;
}
