import { describe, expect, test } from 'vitest';
import { indexDocument, MARKDOWN } from '../../../src/documents/index.js';
import { speaksOfHessian } from '../../../src/meaning/hessian.js';

const far = (characters: number): string => 'x'.repeat(characters - 1) + ' ';

describe('∇² is the Hessian', () => {
  test.each([
    ['its words say so', 'The Hessian of $f$ is ‸.', true],
    ['they say so behind it', 'Write ‸ for the Hessian.', true],
    ['nothing says so', 'The matrix ‸.', false],
    ['its words name the Laplacian, too', 'The Hessian, not the Laplacian: ‸.', false],
    ['its section says so', '# Hessians\n\nWrite ‸.', true],
    ['another section says so', '# Hessians\n\nText.\n\n# Heat\n\nWrite ‸.', false],
    ['a later section says so', '# Heat\n\nWrite ‸.\n\n# Hessians', false],
    ['another section names the Laplacian', '# Laplacians\n\n# Hessians\n\nWrite ‸.', true],
    ['it is said about a page before', `Hessian ${far(2_492)}‸`, true],
    ['it is said further off', `Hessian ${far(2_493)}‸`, false],
    ['it is said about a page behind', `‸${far(2_493)}Hessian`, true],
    ['it is said further behind', `‸${far(2_494)}Hessian`, false],
  ])('where %s: %#', (_, marked, expected) => {
    const index = indexDocument(MARKDOWN, marked.replace('‸', ''));
    expect(speaksOfHessian(index, marked.indexOf('‸'))).toBe(expected);
  });
});
