import { describe, expect, test } from 'vitest';
import { LETTERS } from '../../../src/customs/letters.js';
import * as usually from '../../../src/customs/usually.js';

describe('the table of letters', () => {
  test('has one row a letter, each with its reason in one phrase', () => {
    expect(new Set(LETTERS.map((l) => l.name)).size).toBe(LETTERS.length);
    for (const { name, reason } of LETTERS) expect(reason, name).toMatch(/^[^.;:]{4,70}$/);
  });
  test('says of each letter at least one thing, and nothing twice', () => {
    for (const l of LETTERS) {
      expect(l.roles.length > 0 || l.variable !== null, l.name).toBe(true);
      expect(new Set(l.roles).size, l.name).toBe(l.roles.length);
    }
  });
  test('ranks the variables, each at a place of its own', () => {
    const places = LETTERS.flatMap((l) => l.variable ?? []).sort((a, b) => a - b);
    expect(places).toEqual(places.map((_, i) => i));
  });
  test('names a function where a letter is read as one, and nowhere else', () => {
    const named = LETTERS.filter((l) =>
      l.roles.some((r) => r === 'read-as-function' || r === 'assumed-function'),
    );
    expect(LETTERS.filter((l) => l.fn !== null)).toEqual(named);
  });
});

/** Each query with letters that are, and letters near them that are not. */
const SIDES: readonly (readonly [query: (name: string) => boolean, are: string, areNot: string])[] = [
  [usually.isUsualVariable, 'x t z u y theta w s r v', 'a p q X phi xx'],
  [usually.isCoordinate, 'x y z', 't u w X'],
  [usually.isCurvilinear, 'r theta phi varphi rho', 's x psi R'],
  [usually.isTime, 't', 's x T'],
  [usually.isUsualDifferential, 'x y z t u v w', 's r theta q'],
  [usually.isUsualQuantity, 'y z w r s', 'x t u v Y'],
  [usually.isFunctionName, 'f g h F G H', 'u v phi y'],
  [usually.isUsualFunction, 'f g h u v F G H', 'w y U V phi W'],
  [usually.isFunctionInTex, 'f u H phi varphi psi Phi Psi', 'w y sigma omega Omega'],
  [usually.isFunctionInPlainText, 'f u H Phi Psi', 'phi psi varphi w'],
  [usually.isCallable, 'f u phi W sigma delta zeta Gamma', 'w y gamma Delta'],
  [usually.isFunctionInSums, 'f g', 'h F G H u v'],
  [usually.hasPartialsByName, 'f g h', 'F G H u v'],
  [usually.isField, 'u', 'v w f'],
  [usually.isFamily, 'P T', 'A H f'],
  [usually.isAlwaysFunction, 'f F G H', 'g h u v'],
  [usually.isRuleFunction, 'u v', 'w f'],
  [usually.isFunctionBesideRule, 'w', 'u v y'],
  [usually.pairsInRules, 'f g h u v w', 'F G H y'],
  [usually.isCurve, 'y', 'x z Y'],
  [usually.isOfPlane, 'x y', 'z t'],
  [usually.isFunctionInHeadings, 'f G U v y Y', 'w x W phi'],
  [usually.isGreekFunction, 'phi Psi', 'theta sigma f'],
  [usually.isUsualParameter, 'a n C T alpha ell hbar', 'x f F S theta pi'],
  [usually.isConstantAlone, 'a c alpha C K', 'N V E T x'],
  [usually.isConstantOfIntegration, 'c C', 'k K d'],
  [usually.isUsualFactor, 'a n pi lambda e', 'p f x mu A'],
  [usually.isUsualArgument, 'x t a k n', 'c m r s'],
  [usually.isNumberOfItsOwn, 'e i pi', 'j E tau'],
  [usually.isImaginaryUnit, 'i j', 'k I'],
  [usually.isUsualIndex, 'i j k l m n ell', 'p t r h'],
  [usually.isUpperIndex, 'i k ell t', 'n s p'],
  [usually.isUpperIndexOfFunction, 'i j l t', 'k m n'],
  [usually.countsThings, 'n m k N M', 'i p K'],
  [usually.isWholeExponent, 'n m k p q', 'N M i r'],
  [usually.countsInCode, 'i j k m n', 'l ell p N'],
  [usually.isCoordinateInCode, 'x w t p q r n i', 'l s a f'],
  [usually.numbersCoordinates, 'mu nu rho sigma', 'alpha lambda i x'],
  [usually.isExpectationLetter, 'E P V', 'H I D e'],
  [usually.takesCondition, 'P E V H I D', 'F f p'],
  [usually.isKnownFunction, 'delta zeta W Gamma sigma', 'lambda phi f Delta'],
  [usually.isDistribution, 'delta', 'zeta sigma f Delta'],
  [usually.isGrowthLetter, 'O o', 'Omega Theta'],
  [usually.isUsuallySquared, 'sigma', 's tau x r'],
  [usually.isLossLetter, 'L J E C ell', 'l R F lambda j'],
];

describe('the queries', () => {
  test.each(SIDES.map(([query, are, areNot]) => ({ name: query.name, query, are, areNot })))(
    '$name: $are; not $areNot',
    ({ query, are, areNot }) => {
      expect(are.split(' ').filter((name) => !query(name))).toEqual([]);
      expect(areNot.split(' ').filter(query)).toEqual([]);
    },
  );
  test('are all here', () => {
    const queries = Object.entries(usually).filter(([name]) =>
      /^(?:is|has|pairs|counts|takes|numbers)/.test(name),
    );
    expect(queries.map(([name]) => name).filter((name) => !SIDES.some(([q]) => q.name === name))).toEqual([]);
  });
  test('nothing is said of names that are no letters', () => {
    for (const [query] of SIDES)
      for (const name of ['', 'loss', 'constructor', 'α']) expect(query(name)).toBe(false);
  });
  test('the place as variable: x before t before v, none for a', () => {
    expect(['x', 't', 'v', 'a'].map(usually.placeAsVariable)).toEqual([0, 1, 9, null]);
  });
  test('functions of the table: σ before a bracket, φ where nothing defines it', () => {
    expect(['sigma', 'Gamma', 'phi', 'f'].map(usually.functionBeforeBracket)).toEqual([
      ...['sigmoid', 'gamma'],
      ...[null, null],
    ]);
    expect(Object.fromEntries(usually.ASSUMED_FUNCTIONS)).toEqual({
      sigma: 'sigmoid',
      phi: 'normpdf',
      varphi: 'normpdf',
      Phi: 'normcdf',
    });
  });
  test('names in the order in which they are taken', () => {
    expect(usually.INDEX_NAMES.join('')).toBe('ijklmnrs');
    expect(usually.IMAGINARY_UNITS).toEqual(['i', 'j']);
  });
});
