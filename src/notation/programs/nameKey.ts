/** Names of programs without what differs between authors. */

/** The name without the marks that join words: fPrime and f_prime are one. */
export const plain = (name: string): string => name.replace(/[_$#]/g, '').toLowerCase();
