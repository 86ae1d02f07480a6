/** Claims of vector calculus: each operator with what is right and what is wrong of it, in every way of writing vectors. */
import { describe, expect, test } from 'vitest';
import { check } from './check.js';

const r = String.raw;
const SPACE = r`Let $F(x,y,z) = (x^2 y, y z, x z^2)$.`;
const PLANE = r`Let $G(x, y) = (-y^3, x^2)$.`;
const UNITS = r`Let $\mathbf F = x^2 y \hat i + y z \hat j + x z^2 \hat k$.`;
const HEIGHT = r`Let $f(x,y) = x^2 y + y^3$, whose Laplacian we need.`;
const WAY = r`${HEIGHT} Let $u = (3/5, 4/5)$.`;
const DIAGONAL = r`${HEIGHT} Let $\mathbf u = \frac{1}{\sqrt 2}(1, 1)$.`;

/** What is defined, the operator, what is right, what is wrong, and the entry that is named. */
const OPERATORS: readonly (readonly [string, string, string, string, number | null])[] = [
  [SPACE, r`\nabla \cdot F`, '2xy + z + 2xz', '2xy + z + xz', null],
  [SPACE, r`\operatorname{div} F`, '2x(y + z) + z', '2xy + y + 2xz', null],
  [SPACE, r`\nabla \times F`, '(-y, -z^2, -x^2)', '(-y, z^2, -x^2)', 2],
  [SPACE, r`\operatorname{curl} F`, r`\begin{pmatrix} -y \\ -z^2 \\ -x^2 \end{pmatrix}`, '(y, z^2, x^2)', 1],
  [
    UNITS,
    r`\nabla \times \mathbf F`,
    r`-y\hat i - z^2\hat j - x^2\hat k`,
    r`-y\hat i - z^2\hat j + x^2\hat k`,
    3,
  ],
  [UNITS, r`\nabla \cdot \mathbf F`, '2xy + z + 2xz', '2xy + 2xz', null],
  [PLANE, r`\nabla \times G`, '2x + 3y^2', '2x - 3y^2', null],
  [HEIGHT, r`\Delta f`, '8y', '6y', null],
  [HEIGHT, r`\nabla \cdot \nabla f`, '8y', '2y', null],
  [WAY, r`D_u f`, r`\frac{6xy + 4x^2 + 12y^2}{5}`, r`\frac{6xy + 4x^2 + 4y^2}{5}`, null],
  [WAY, r`\nabla f \cdot u`, r`\frac{6xy + 4x^2 + 12y^2}{5}`, '2xy + x^2 + 3y^2', null],
  [DIAGONAL, r`D_{\mathbf u} f`, r`\frac{2xy + x^2 + 3y^2}{\sqrt 2}`, '2xy + x^2 + 3y^2', null],
];

describe('claims of vector calculus', () => {
  test.each(OPERATORS)('%s %s', (said, operator, right, wrong, entry) => {
    const [is, isNot, more] = check(`${said}\n\n$$${operator} = ${right}$$\n\n$$${operator} = ${wrong}$$\n`);
    expect([is?.verdict, isNot?.verdict, more]).toEqual(['true', 'false', undefined]);
    expect(isNot?.underlined).toBe(true);
    expect(isNot?.expected).not.toBeNull();
    expect(isNot?.counterexample).not.toBeNull();
    if (entry !== null) expect(isNot?.message).toContain(`Entry ${String(entry)} is not right.`);
  });

  test.each(['0', r`\mathbf 0`, '(0, 0, 0)'])('the zero vector as %s', (zero) => {
    const text = r`Let $\mathbf v = (x, y, z)$. $$\nabla \times \mathbf v = ` + `${zero}$$`;
    expect(check(text).map((c) => c.verdict)).toEqual(['true']);
  });

  test.each<[string, string, string, string, RegExp]>([
    [SPACE, r`\nabla \cdot F`, '2xy - z + 2xz', 'sign-lost', /derivative by y has the other sign/],
    [SPACE, r`\nabla \cdot F`, '2xy + 2xz', 'dropped-term', /derivative by y is missing/],
    [SPACE, r`\nabla \cdot F`, '-2xy - z - 2xz', 'sign-lost', /All of it/],
    [SPACE, r`\nabla \times F`, '(-y, z^2, -x^2)', 'sign-lost', /Entry 2 is not right. All of it/],
    [SPACE, r`\nabla \times F`, '(-z^2, -y, -x^2)', 'components-swapped', /Entries 1 and 2 are exchanged/],
    [SPACE, r`\nabla \times F`, '(-y, -z^2, -x)', 'arithmetic-slip', /Entry 3 is not right/],
    [PLANE, r`\nabla \times G`, '2x - 3y^2', 'sign-lost', /derivative by y has the other sign/],
    [PLANE, r`\nabla \times G`, '2x', 'dropped-term', /derivative by y is missing/],
    [HEIGHT, r`\Delta f`, '6y', 'dropped-term', /second derivative by x is missing/],
    [HEIGHT, r`\Delta f`, '2xy + 6y', 'higher-order-missed', /derivative by x is derived once/],
    [HEIGHT, r`\Delta f`, '2y - 6y', 'sign-lost', /second derivative by y has the other sign/],
    [WAY, r`D_u f`, r`\frac{6xy}{5}`, 'dropped-term', /derivative by y is missing/],
  ])('%s %s = %s is %s', (said, operator, wrong, code, explanation) => {
    const [claim] = check(`${said}\n\n$$${operator} = ${wrong}$$\n`);
    expect([claim?.verdict, claim?.mistake]).toEqual(['false', code]);
    expect(claim?.message).toMatch(explanation);
  });

  const POLAR = r`Let $x = r\cos\theta$ and $y = r\sin\theta$.`;
  test.each([
    [r`\det\frac{\partial(x, y)}{\partial(r, \theta)}`, 'r', 'true', null],
    [r`\det\frac{\partial(x, y)}{\partial(r, \theta)}`, '-r', 'false', 'sign-lost'],
    [r`\left|\frac{\partial(x, y)}{\partial(r, \theta)}\right|`, 'r', 'true', null],
    [
      r`\left|\frac{\partial(x, y)}{\partial(r, \theta)}\right|`,
      r`\frac{1}{r}`,
      'false',
      'inverted-fraction',
    ],
    // Its size has no sign.
    [r`\left|\frac{\partial(x, y)}{\partial(\theta, r)}\right|`, 'r', 'undecided', null],
  ])('of a Jacobian determinant %s = %s is %s', (operator, said, verdict, code) => {
    const [claim] = check(`${POLAR}\n\n$$${operator} = ${said}$$\n`);
    expect([claim?.verdict, claim?.mistake ?? null]).toEqual([verdict, code]);
  });

  test('of a map and its inverse, both given, neither is taken', () => {
    const maps = 'Let $x = u + v$, $y = u - v$. Let $u = xy$, $v = y/x$.';
    const claims = check(`${maps}\n\n$$\\det\\frac{\\partial(x, y)}{\\partial(u, v)} = \\frac{1}{2v}$$\n`);
    expect(claims.filter((c) => c.verdict === 'false')).toEqual([]);
  });

  test('a mistake that none of them is has no name', () => {
    const [claim] = check(`${SPACE}\n\n$$\\nabla \\cdot F = 3xy + z + 2xz$$\n`);
    expect([claim?.verdict, claim?.mistake ?? null]).toEqual(['false', null]);
  });

  test('a chain is judged link by link', () => {
    const found = check(`${SPACE}\n\n$$\\nabla \\cdot F = 2xy + z + 2xz = 2x(y + z) + z = 2x(y + z)$$\n`);
    expect(found.map((c) => c.verdict)).toEqual(['true', 'true', 'false']);
  });

  test.each([
    [
      'a law of what nothing gives',
      r`$$\nabla \cdot E = \rho$$ $$\nabla \times E = -\frac{\partial B}{\partial t}$$`,
    ],
    ['a condition', r`${SPACE} Where is $\nabla \cdot F = 0$?`],
    ['a difference', r`Let $f(x,y) = x^2 y$. $$\Delta f = f(x + h, y) - f(x, y)$$`],
    ['a difference of numbers', r`Let $f(x) = x^2$. $$\Delta f = f(3) - f(2)$$`],
    ['a value at a point', r`${SPACE} At $(1, 1, 1)$: $\nabla \cdot F = 5$.`],
  ])('of %s nothing is said', (_, text) => {
    expect(check(text).filter((c) => c.verdict !== 'true' && c.underlined)).toEqual([]);
    expect(check(text).filter((c) => c.verdict === 'false')).toEqual([]);
  });

  test('what is named elsewhere, and Δ where nothing speaks of the Laplacian, is not underlined', () => {
    const elsewhere = `# A\n\n${SPACE}\n\n## B\n\n$$\\nabla \\cdot F = 2xy$$\n`;
    const difference = 'Let $f(x,y) = x^2 y + y^3$.\n\n$$\\Delta f = 6y$$\n';
    for (const text of [elsewhere, difference])
      expect(check(text).map((c) => c.verdict === 'false' && c.underlined)).toEqual([false]);
  });

  test('∇² is the Laplacian where a number stands beside it, and its mistake is left alone', () => {
    const text = 'Let $f(x,y) = x^2 y + y^3$.\n\n$$\\nabla^2 f = 8y$$\n\n$$\\nabla^2 f = 6y$$\n';
    expect(check(text).map((c) => c.verdict)).toEqual(['true', 'undecided']);
    const said = check(text.replace('$.', '$, and the Laplacian of it.'));
    expect(said.map((c) => c.verdict)).toEqual(['true', 'false']);
    const other = check(text.replace('$.', '$, and the Hessian of it.'));
    expect(other.map((c) => c.verdict)).toEqual(['undecided', 'undecided']);
  });
});

describe('components by the names of the coordinates', () => {
  const SAID = r`Let $\vec{F}(x,y,z) = x^2\hat i + y^2 z\hat j + z^2\hat k = (x^2, y^2 z, z^2)$.`;
  const DIVERGENCE = r`\frac{\partial F_x}{\partial x} + \frac{\partial F_y}{\partial y} + \frac{\partial F_z}{\partial z}`;
  test.each<[string, string, string]>([
    ['in the sum', r`${SAID} $\nabla\cdot\vec F = ${DIVERGENCE} = 2x + 2yz + 2z$`, 'true true'],
    ['wrong in the end', r`${SAID} $\nabla\cdot\vec F = ${DIVERGENCE} = 2x + yz + 2z$`, 'true false'],
    ['by themselves', r`${SAID} $\frac{\partial F_y}{\partial z} = y^2$`, 'true'],
    [
      'of a surface they are derivatives',
      r`Let $\mathbf r(x, y) = (x, y, x^2)$. $\frac{\partial r_x}{\partial x} = 1$`,
      '',
    ],
  ])('%s', (_, text, verdicts) => {
    expect(
      check(text)
        .map((c) => c.verdict)
        .join(' '),
    ).toBe(verdicts);
  });
  test('letters that nothing says are functions, and not the coordinates', () => {
    const sum = r`\frac{\partial P}{\partial x} + \frac{\partial Q}{\partial y}`;
    expect(
      check(
        r`Let $\vec F = P\hat i + Q\hat j$. Then $\operatorname{div}\vec F = \nabla\cdot\vec F = ${sum}$.`,
      ),
    ).toEqual([]);
    expect(check(r`Let $\vec F = (y, x)$. Then $\nabla\cdot\vec F = 1$.`)[0]?.verdict).toBe('false');
  });
});
