/** The engine, loaded when it is first asked for. */
import type { Service } from '../service/service.js';
import type { measure, typeset } from '../typeset/typeset.js';

/** The engine's parts, made once. */
export interface Engine {
  readonly service: Service;
  readonly measure: typeof measure;
  readonly typeset: typeof typeset;
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
  const { createService, measure, typeset } = await import('./engine.js');
  return { service: createService(), measure, typeset };
}
