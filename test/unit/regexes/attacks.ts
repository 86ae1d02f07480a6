/**
 * Texts made from an expression's own tree to make it work: each part that repeats is repeated, behind what leads up to
 * it, with an end at which it fails; and beginnings of a match are repeated, so that many searches run far.
 */
import type { AST } from '@eslint-community/regexpp';
import { acceptance, parsePattern } from './program.js';

/** A text of any length: the head, the pump over and over, the tail. */
export interface Attack {
  readonly head: string;
  readonly pump: string;
  readonly tail: string;
}

export const attackText = ({ head, pump, tail }: Attack, length: number): string =>
  head + pump.repeat(Math.ceil(length / pump.length)) + tail;

export function attacksOn(expression: Pick<RegExp, 'source' | 'flags'>): readonly Attack[] {
  const pattern = parsePattern(expression);
  const anatomy = new Anatomy(expression.flags, alphabet(pattern, expression.flags));
  anatomy.alternatives(pattern.alternatives, ['']);
  const tails = [...new Set(['', STOP, ...anatomy.refused, ' x'])].slice(0, TAILS);
  const attacks = [
    ...anatomy.repeated.flatMap(({ pump, ways }) => attacksWith(pump, ['', ...ways], tails)),
    ...[...anatomy.characters].flatMap((pump) => attacksWith(pump, [''], tails)),
    ...[...anatomy.beginnings].flatMap((pump) => attacksWith(pump, [''], tails)),
    ...pairs([...anatomy.characters].slice(0, PAIRED)).flatMap((pump) => attacksWith(pump, [''], [STOP])),
  ];
  const known = new Map(attacks.map((attack) => [JSON.stringify(attack), attack]));
  return [...known.values()];
}

/** A character that hardly any expression takes. */
const STOP = '\u0001';
const TAILS = 6;
/** Of how many characters all pairs are repeated, and how many ways up to a part are kept. */
const PAIRED = 12;
const WAYS = 4;
/** Of how many characters of a class samples are made. */
const TAKEN = 4;
const COMMON = [' ', '\n', '.', '\t', 'a', 'x', 'A', '0', 'é', '的', STOP].concat(
  Array.from('\\{}[]()|-,:;=*>_$`"\''),
);

const attacksWith = (pump: string, heads: readonly string[], tails: readonly string[]): readonly Attack[] =>
  pump === '' ? [] : heads.flatMap((head) => tails.map((tail) => ({ head, pump, tail })));

const pairs = (characters: readonly string[]): readonly string[] =>
  characters.flatMap((first) => characters.filter((c) => c !== first).map((second) => first + second));

/**
 * The characters that an expression names and those that texts are full of: first one for each way in which the classes
 * of the expression tell characters apart, so that what two of them share is among them.
 */
function alphabet(pattern: AST.Pattern, flags: string): readonly string[] {
  const named: string[] = [];
  const classes: ((character: string) => boolean)[] = [];
  const visit = (node: AST.Node): void => {
    if (node.type === 'Character') named.push(String.fromCodePoint(node.value));
    if (isClass(node)) classes.push(acceptance(node.raw, flags));
    for (const value of Object.values(node).flat() as unknown[]) if (isChild(value, node)) visit(value);
  };
  visit(pattern);
  const first = new Map<string, string>();
  for (const c of [...COMMON, ...named]) {
    const kind = classes.map((accepts) => (accepts(c) ? '+' : '-')).join('');
    if (!first.has(kind)) first.set(kind, c);
  }
  return [...new Set([...first.values(), ...named, ...COMMON])];
}

const isClass = ({ type }: AST.Node): boolean =>
  type === 'CharacterClass' || type === 'CharacterSet' || type === 'ExpressionCharacterClass';

const isChild = (value: unknown, node: AST.Node): value is AST.Node =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  'parent' in value &&
  value.parent === node;

interface Repeated {
  readonly pump: string;
  /** Texts that lead up to the part. */
  readonly ways: readonly string[];
}

/** Walks an expression and gathers what it takes: samples of its parts and of the ways that lead up to them. */
class Anatomy {
  readonly characters = new Set<string>();
  readonly repeated: Repeated[] = [];
  readonly beginnings = new Set<string>();
  /** Common characters at which some class of characters ends. */
  readonly refused = new Set<string>();

  constructor(
    private readonly flags: string,
    private readonly alphabet: readonly string[],
  ) {}

  /** Samples of what the alternatives take; the ways are texts that lead up to them. */
  alternatives(alternatives: readonly AST.Alternative[], ways: readonly string[]): readonly string[] {
    return alternatives.flatMap(({ elements }) => {
      let samples: readonly string[] = [''];
      for (const element of elements) {
        const here = few(ways.flatMap((way) => samples.map((sample) => way + sample)));
        const parts = this.element(element, here);
        const longer = few(samples.flatMap((sample) => parts.map((part) => sample + part)));
        if (element.type === 'Quantifier')
          for (const sample of [...samples, ...longer]) this.beginnings.add((ways[0] ?? '') + sample);
        samples = longer;
      }
      return samples;
    });
  }

  private element(element: AST.Element, ways: readonly string[]): readonly string[] {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives, ways);
      case 'Quantifier':
        return this.quantifier(element, ways);
      case 'Assertion':
        if ('alternatives' in element) this.alternatives(element.alternatives, ways);
        return [''];
      case 'Backreference':
        return [''];
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.taken(element);
    }
  }

  private quantifier({ element, min, max }: AST.Quantifier, ways: readonly string[]): readonly string[] {
    const samples = this.element(element, ways);
    if (max > 1) for (const pump of samples) this.repeated.push({ pump, ways });
    const once = samples.map((sample) => sample.repeat(Math.max(1, min)));
    return min === 0 ? few(['', ...once]) : once;
  }

  private taken({ raw, type }: AST.Element): readonly string[] {
    const accepts = acceptance(raw, this.flags);
    const taken = this.alphabet.filter(accepts).slice(0, TAKEN);
    for (const character of taken) this.characters.add(character);
    const refused = COMMON.find((character) => !accepts(character));
    if (type !== 'Character' && refused !== undefined) this.refused.add(refused);
    return taken;
  }
}

/** A few of many samples: from both ends, which are the shortest and the longest way. */
const few = (samples: readonly string[]): readonly string[] => {
  const all = [...new Set(samples)];
  return all.length <= WAYS ? all : [...all.slice(0, WAYS / 2), ...all.slice(-WAYS / 2)];
};
