/** The engine, loaded when it is first asked for. */
import type { Service } from '../service/service.js';
import type * as parts from './engine.js';

type Parts = typeof parts;

/** The engine's parts, with its one service. */
export interface Engine extends Omit<Parts, 'createService'> {
  readonly service: Service;
}

export class LazyEngine {
  #engine: Promise<Engine> | null = null;

  /** The engine; the first call loads it, and a load that failed is tried again by the next call. */
  get(): Promise<Engine> {
    this.#engine ??= load().catch((error: unknown) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }
}

async function load(): Promise<Engine> {
  const { createService, ...parts } = await import('./engine.js');
  return { ...parts, service: createService() };
}
