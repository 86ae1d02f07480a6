/** A backtracking machine that counts its steps, as regular expressions are run but without any of the shortcuts. */
import type { Instruction, Program } from './program.js';

export interface Count {
  steps: number;
  /** The work that ends a run; what is more is as good as endless. */
  readonly most: number;
}

export interface Found {
  readonly from: number;
  readonly to: number;
}

/**
 * All the work of going over a text with an expression, whatever its flags: a search from every start, repeated behind
 * each match, and for sticky expressions a trial at every place.
 */
export function sweep(program: Program, text: string, count: Count): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at <= text.length && count.steps < count.most;) {
    const match = search(program, text, at, count);
    if (match !== null) found.push(match);
    at = match === null ? nextStart(program, text, at) : Math.max(match.to, match.from + 1);
  }
  return found;
}

/** After a search that failed, only sticky expressions are asked again, one place further. */
const nextStart = ({ flags }: Program, text: string, at: number): number =>
  flags.includes('y') ? at + 1 : text.length + 1;

function search(program: Program, text: string, start: number, count: Count): Found | null {
  const last = program.flags.includes('y') ? start : text.length;
  for (let from = start; from <= last && count.steps < count.most; from++) {
    const registers = new Array<number>(program.registers).fill(-1);
    const to = new Run(text, registers, /[uv]/.test(program.flags), count).from(program.code, from);
    if (to !== null) return { from, to };
  }
  return null;
}

class Run {
  constructor(
    private readonly text: string,
    private readonly registers: number[],
    private readonly unicode: boolean,
    private readonly count: Count,
  ) {}

  /** Where a match of the code from this place ends. */
  from(code: readonly Instruction[], start: number): number | null {
    // What is left to try: where in the code, where in the text; or, told by -1 - register, what a register held.
    const waiting: number[] = [];
    let [pc, at] = [0, start];
    while (this.count.steps++ < this.count.most) {
      const instruction = code[pc] ?? { op: 'match' };
      let next: number | null = pc + 1;
      switch (instruction.op) {
        case 'match':
          return at;
        case 'jump':
          next = instruction.to;
          break;
        case 'split':
          waiting.push(instruction.second, at);
          next = instruction.first;
          break;
        case 'save':
          waiting.push(-1 - instruction.register, this.registers[instruction.register] ?? -1);
          this.registers[instruction.register] = at;
          break;
        case 'moved':
          if (this.registers[instruction.register] === at) next = null;
          break;
        case 'edge':
          if (!instruction.holds(this.text, at)) next = null;
          break;
        case 'look':
          if ((this.from(instruction.body, at) === null) !== instruction.negate) next = null;
          break;
        case 'character': {
          const character = this.character(at, instruction.back);
          if (character === '' || !instruction.accepts(character)) next = null;
          else at += instruction.back ? -character.length : character.length;
          break;
        }
        case 'same': {
          const held = this.held(instruction.groups);
          const from = instruction.back ? at - held.length : at;
          this.count.steps += held.length;
          if (from < 0 || !instruction.accepts(held, this.text.slice(from, from + held.length))) next = null;
          else at = instruction.back ? from : from + held.length;
          break;
        }
      }
      if (next === null) {
        const back = this.backtrack(waiting);
        if (back === null) return null;
        [pc, at] = back;
      } else pc = next;
    }
    return null;
  }

  private backtrack(waiting: number[]): [pc: number, at: number] | null {
    for (;;) {
      const at = waiting.pop();
      const pc = waiting.pop();
      if (at === undefined || pc === undefined) return null;
      if (pc >= 0) return [pc, at];
      this.registers[-1 - pc] = at;
    }
  }

  private character(at: number, back: boolean): string {
    const { text, unicode } = this;
    if (!unicode) return text[back ? at - 1 : at] ?? '';
    const pair = back ? text.slice(Math.max(0, at - 2), at) : text.slice(at, at + 2);
    if (/^[\ud800-\udbff][\udc00-\udfff]$/.test(pair)) return pair;
    return (back ? pair.at(-1) : pair[0]) ?? '';
  }

  private held(groups: readonly number[]): string {
    for (const group of groups) {
      const [from, to] = [this.registers[2 * group] ?? -1, this.registers[2 * group + 1] ?? -1];
      if (from >= 0 && to >= from) return this.text.slice(from, to);
    }
    return '';
  }
}
