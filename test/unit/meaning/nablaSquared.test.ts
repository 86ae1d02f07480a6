import { describe, expect, test } from 'vitest';
import { indexDocument, MARKDOWN } from '../../../src/documents/index.js';
import { nablaSquaredAt } from '../../../src/meaning/nablaSquared.js';

const far = (characters: number): string => 'x'.repeat(characters - 1) + ' ';

describe('what ∇² is', () => {
  test.each([
    ['its words say so', 'The Hessian of $f$ is ‸.', 'hessian'],
    ['they say so behind it', 'Write ‸ for the Hessian.', 'hessian'],
    ['nothing says so', 'The matrix ‸.', null],
    ['its words name the Laplacian, too', 'The Hessian, not the Laplacian: ‸.', null],
    ['its section says so', '# Hessians\n\nWrite ‸.', 'hessian'],
    ['another section says so', '# Hessians\n\nText.\n\n# Heat\n\nWrite ‸.', null],
    ['a later section says so', '# Heat\n\nWrite ‸.\n\n# Hessians', null],
    ['another section names the Laplacian', '# Laplacians\n\n# Hessians\n\nWrite ‸.', 'hessian'],
    ['its words name the Laplacian', 'The Laplacian ‸ of $f$.', 'laplacian'],
    ['its section is about it', '# Laplace’s equation and Laplacians\n\nWrite ‸.', 'laplacian'],
    ['it is said about a page before', `Hessian ${far(2_492)}‸`, 'hessian'],
    ['it is said further off', `Hessian ${far(2_493)}‸`, null],
    ['it is said about a page behind', `‸${far(2_493)}Hessian`, 'hessian'],
    ['it is said further behind', `‸${far(2_494)}Hessian`, null],
  ])('where %s: %#', (_, marked, expected) => {
    const index = indexDocument(MARKDOWN, marked.replace('‸', ''));
    expect(nablaSquaredAt(index, marked.indexOf('‸'))).toBe(expected);
  });
});
