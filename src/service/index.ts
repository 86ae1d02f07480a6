/** The façade: request in, answer out. */
import type { Service } from './service.js';

export type * from './service.js';

export function createService(): Service {
  return {
    at: () => null,
    select: () => ({ ok: false, code: 'unsupported', message: 'Nothing is read yet.', place: null }),
    derive: () => ({ ok: false, code: 'unsupported', message: 'Nothing is derived yet.', place: null }),
  };
}
