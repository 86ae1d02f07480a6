/** Regular expressions as programs of a backtracking machine, so that the work of a match can be counted. */
import { RegExpParser, type AST } from '@eslint-community/regexpp';

export type Instruction =
  | { readonly op: 'character'; readonly accepts: (character: string) => boolean; readonly back: boolean }
  | { readonly op: 'edge'; readonly holds: (text: string, at: number) => boolean }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'look'; readonly body: readonly Instruction[]; readonly negate: boolean }
  | { readonly op: 'save'; readonly register: number }
  | { readonly op: 'moved'; readonly register: number }
  | {
      readonly op: 'same';
      readonly groups: readonly number[];
      readonly accepts: Same;
      readonly back: boolean;
    }
  | { readonly op: 'match' };

/** Whether what a group held is what stands here. */
type Same = (held: string, here: string) => boolean;

export interface Program {
  readonly code: readonly Instruction[];
  readonly registers: number;
  readonly flags: string;
}

/** The program of an expression, with the meaning that ECMAScript gives it. */
export function programOf({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Program {
  const pattern = parsePattern({ source, flags });
  const compiler = new Compiler(flags, groupsOf(pattern));
  return { code: compiler.whole(pattern.alternatives), registers: compiler.registers, flags };
}

/** The tree of an expression. */
export function parsePattern({ source, flags }: Pick<RegExp, 'source' | 'flags'>): AST.Pattern {
  const unicode = flags.includes('u');
  const unicodeSets = flags.includes('v');
  return new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets });
}

class Compiler {
  private code: Instruction[] = [];
  /** Two registers a group, the whole match not counted; behind them one for each loop that may stand still. */
  registers: number;

  constructor(
    private readonly flags: string,
    private readonly groups: readonly AST.CapturingGroup[],
  ) {
    this.registers = 2 * groups.length;
  }

  whole(alternatives: readonly AST.Alternative[], back = false): readonly Instruction[] {
    const outside = this.code;
    this.code = [];
    this.alternatives(alternatives, back);
    this.code.push({ op: 'match' });
    const inside = this.code;
    this.code = outside;
    return inside;
  }

  private alternatives([first, ...rest]: readonly AST.Alternative[], back: boolean): void {
    if (first === undefined) return;
    if (rest.length === 0) {
      this.sequence(first.elements, back);
      return;
    }
    const split = this.split();
    this.sequence(first.elements, back);
    const jump: Instruction = { op: 'jump', to: 0 };
    this.code.push(jump);
    split.second = this.code.length;
    this.alternatives(rest, back);
    jump.to = this.code.length;
  }

  private sequence(elements: readonly AST.Element[], back: boolean): void {
    for (const element of back ? [...elements].reverse() : elements) this.element(element, back);
  }

  private element(element: AST.Element, back: boolean): void {
    switch (element.type) {
      case 'Group': {
        this.alternatives(element.alternatives, back);
        return;
      }
      case 'CapturingGroup': {
        this.capture(element, back);
        return;
      }
      case 'Quantifier': {
        this.quantifier(element, back);
        return;
      }
      case 'Assertion': {
        this.assertion(element);
        return;
      }
      case 'Backreference': {
        this.reference(element, back);
        return;
      }
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        this.code.push({ op: 'character', accepts: acceptance(element.raw, this.flags), back });
    }
  }

  private capture(group: AST.CapturingGroup, back: boolean): void {
    const register = 2 * this.groups.indexOf(group);
    this.code.push({ op: 'save', register: back ? register + 1 : register });
    this.alternatives(group.alternatives, back);
    this.code.push({ op: 'save', register: back ? register : register + 1 });
  }

  private quantifier({ min, max, greedy, element }: AST.Quantifier, back: boolean): void {
    for (let i = 0; i < min; i++) this.element(element, back);
    if (max === Infinity) {
      this.loop(element, greedy, back);
      return;
    }
    const splits: Split[] = [];
    for (let i = min; i < max; i++) {
      splits.push(this.split());
      this.element(element, back);
    }
    for (const split of splits) this.leave(split, greedy);
  }

  private loop(element: AST.QuantifiableElement, greedy: boolean, back: boolean): void {
    const start = this.code.length;
    const split = this.split();
    const register = this.registers++;
    this.code.push({ op: 'save', register });
    this.element(element, back);
    this.code.push({ op: 'moved', register }, { op: 'jump', to: start });
    this.leave(split, greedy);
  }

  private split(): Split {
    const split: Split = { op: 'split', first: this.code.length + 1, second: this.code.length + 1 };
    this.code.push(split);
    return split;
  }

  /** Lets a loop's split lead on from here, by its second way where the loop is greedy. */
  private leave(split: Split, greedy: boolean): void {
    if (greedy) split.second = this.code.length;
    else split.first = this.code.length;
  }

  private assertion(assertion: AST.Assertion): void {
    if (assertion.kind === 'lookahead' || assertion.kind === 'lookbehind') {
      const body = this.whole(assertion.alternatives, assertion.kind === 'lookbehind');
      this.code.push({ op: 'look', body, negate: assertion.negate });
    } else this.code.push({ op: 'edge', holds: edge(assertion, this.flags) });
  }

  private reference({ resolved }: AST.Backreference, back: boolean): void {
    const groups = [resolved].flat().map((group) => this.groups.indexOf(group));
    const fold = this.flags.includes('i') ? (text: string) => text.toLowerCase() : (text: string) => text;
    const accepts: Same = (held, here) => fold(held) === fold(here);
    this.code.push({ op: 'same', groups, accepts, back });
  }
}

type Split = Extract<Instruction, { op: 'split' }>;

function groupsOf(pattern: AST.Pattern): readonly AST.CapturingGroup[] {
  const groups: AST.CapturingGroup[] = [];
  const visit = (node: AST.Element | AST.Pattern): void => {
    if (node.type === 'CapturingGroup') groups.push(node);
    if (node.type === 'Quantifier') visit(node.element);
    if ('alternatives' in node) node.alternatives.flatMap((a) => a.elements).forEach(visit);
  };
  visit(pattern);
  return groups;
}

/** Which characters a class or an escape takes, asked of the real engine once a character. */
export function acceptance(raw: string, flags: string): (character: string) => boolean {
  const single = new RegExp(`^(?:${raw})$`, flags.replace(/[^isuv]/g, ''));
  const known = new Map<string, boolean>();
  return (character) => {
    const answer = known.get(character) ?? single.test(character);
    known.set(character, answer);
    return answer;
  };
}

function edge(assertion: AST.BoundaryAssertion, flags: string): (text: string, at: number) => boolean {
  const line = flags.includes('m')
    ? (c: string | undefined) => c !== undefined && /[\n\r\u2028\u2029]/.test(c)
    : () => false;
  const word = (c: string | undefined): boolean => c !== undefined && /\w/.test(c);
  switch (assertion.kind) {
    case 'start':
      return (text, at) => at === 0 || line(text[at - 1]);
    case 'end':
      return (text, at) => at === text.length || line(text[at]);
    case 'word':
      return (text, at) => (word(text[at - 1]) !== word(text[at])) !== assertion.negate;
  }
}
