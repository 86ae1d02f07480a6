/** What a heap snapshot holds, as JSON: run with the snapshot's file, in a process of its own for the memory that it takes. */
import { readFileSync } from 'node:fs';

/** Bytes. */
export interface Kept {
  /** Objects, strings, arrays, functions: what a program keeps. */
  readonly program: number;
  /** Code that V8 has compiled, what it needs to go back from it, and what it knows of shapes and types: it grows as more becomes hot. */
  readonly compiled: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
}

/** Kinds of nodes in which V8 keeps what is its own. */
const COMPILED: ReadonlySet<string> = new Set(['code', 'hidden', 'object shape']);

function keptIn({ snapshot: { meta }, nodes }: Snapshot): Kept {
  const types = meta.node_types[0] ?? [];
  const fields = meta.node_fields.length;
  const [type, size] = ['type', 'self_size'].map((field) => meta.node_fields.indexOf(field)) as [
    number,
    number,
  ];
  let [program, compiled] = [0, 0];
  for (let at = 0; at < nodes.length; at += fields) {
    const bytes = nodes[at + size] ?? 0;
    if (COMPILED.has(types[nodes[at + type] ?? 0] ?? '')) compiled += bytes;
    else program += bytes;
  }
  return { program, compiled };
}

const [, , file = ''] = process.argv;
process.stdout.write(JSON.stringify(keptIn(JSON.parse(readFileSync(file, 'utf8')) as Snapshot)));
