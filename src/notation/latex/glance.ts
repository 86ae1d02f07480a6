/** What a glance at a formula tells before it is read, to pass over most of them. */

/** It holds an integral, readable or not. */
export const hasIntegral = (tex: string): boolean => /\\int(?![a-z])|∫/u.test(tex);

/** Something in it is primed. */
export const hasPrime = (tex: string): boolean => /['′]|\\prime/.test(tex);
