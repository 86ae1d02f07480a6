/**
 * Forbids `default` in a switch over kinds of nodes, of expressions (`kind`) or canonical ones (`op`): a kind that is
 * added would fall through it unseen. Such a switch names every kind, or is a walk over `children`; a question about
 * one kind is an `if`.
 */

/** Where the sorts of nodes are declared. */
const DECLARED = /\/src\/core\/(kinds\/kind|tidy\/node)\.ts$/;
/** Kinds that no other union of texts has together, for a kind that was put into a name first. */
const SORTS = [
  ['num', 'add', 'binder', 'piecewise'],
  ['num', 'atom', 'sum', 'product', 'call'],
];

const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      default:
        'A switch over kinds of nodes has no default: name the kinds, so that a new one does not fall through.',
    },
  },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    return {
      'SwitchStatement > SwitchCase[test=null]'(clause) {
        const { discriminant } = clause.parent;
        const isField =
          discriminant.type === 'MemberExpression' && /^(kind|op)$/.test(discriminant.property.name);
        const isNode = isField && partsOf(getTypeAtLocation(discriminant.object)).some(isDeclaredNode);
        if (isNode || hasKindsOf(getTypeAtLocation(discriminant)))
          context.report({ node: clause, messageId: 'default' });
      },
    };
  },
};

const partsOf = (type) => (type.isUnion() ? type.types : [type]);

const isDeclaredNode = (type) =>
  (type.getSymbol()?.declarations ?? []).some((d) => DECLARED.test(d.getSourceFile().fileName));

function hasKindsOf(type) {
  const names = new Set(partsOf(type).map((part) => part.value));
  return SORTS.some((sort) => sort.every((kind) => names.has(kind)));
}

export default { rules: { 'no-default-over-kinds': rule } };
