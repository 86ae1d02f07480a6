/** What a syntax tree says, without its places and its layout. */
import type * as t from '@babel/types';

/** A text that two trees share if they say the same; nodes for which `skip` holds are left out. */
export function shapeOf(node: t.Node, skip: (n: t.Node) => boolean = () => false): string {
  const parts: string[] = [];
  const go = (value: unknown): void => {
    if (Array.isArray(value)) {
      parts.push('[');
      value.forEach(go);
      parts.push(']');
    } else if (isNode(value)) {
      if (skip(value)) return;
      parts.push('{');
      for (const [key, inner] of Object.entries(value)) {
        if (LAYOUT.has(key) || inner === undefined) continue;
        parts.push(key, ':');
        go(inner);
      }
      parts.push('}');
    } else parts.push(typeof value === 'bigint' ? String(value) : JSON.stringify(value), ',');
  };
  go(node);
  return parts.join('');
}

const LAYOUT: ReadonlySet<string> = new Set([
  'start', 'end', 'loc', 'range', 'extra', 'leadingComments', 'innerComments', 'trailingComments', 'errors', 'tokens',
]); // prettier-ignore

const isNode = (value: unknown): value is t.Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
