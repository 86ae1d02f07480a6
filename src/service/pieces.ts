/**
 * What the service is made of, lowest first. Each is a file of its own where an editor's host loads the engine, so that
 * one after the other in turns of their own they hold it for a short time each.
 */
export const PIECES: readonly (() => Promise<unknown>)[] = [
  (): Promise<unknown> => import('../core/index.js'),
  (): Promise<unknown> => import('../notation/latex/katexTree.js'),
  (): Promise<unknown> => import('../notation/index.js'),
  (): Promise<unknown> => import('../meaning/index.js'),
  (): Promise<unknown> => import('../judge/judge.js'),
  (): Promise<unknown> => import('./index.js'),
];
