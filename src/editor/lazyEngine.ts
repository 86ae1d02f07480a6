/** The engine, loaded when it is first asked for. */
import type { Service } from '../service/service.js';
import { isCode } from './codeLanguages.js';
import type * as drawing from './drawing.js';
import type * as parts from './engine.js';

type Parts = typeof parts;
export type Drawing = typeof drawing;

/** The engine's parts, with its one service. */
export interface Engine extends Omit<Parts, 'createService'> {
  /** To be asked about code when that is loaded: see `LazyEngine.code`. */
  readonly service: Service;
}

export class LazyEngine {
  #engine: Promise<Engine> | null = null;
  #drawing: Promise<Drawing> | null = null;

  /** The engine; the first call loads it, and a load that failed is tried again by the next call. */
  get(): Promise<Engine> {
    this.#engine ??= load().catch((error: unknown) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }

  /** What draws pictures, loaded in the same way. */
  drawing(): Promise<Drawing> {
    this.#drawing ??= import('./drawing.js').catch((error: unknown) => {
      this.#drawing = null;
      throw error;
    });
    return this.#drawing;
  }

  /** The service with the parser of a programming language, which the first call loads. */
  async code(languageId: string): Promise<Service> {
    const { service } = await this.get();
    await service.load(languageId);
    return service;
  }

  /** The service, with what it needs for documents of a language. */
  async service(languageId: string): Promise<Service> {
    return isCode(languageId) ? this.code(languageId) : (await this.get()).service;
  }
}

async function load(): Promise<Engine> {
  const { createService, ...parts } = await import('./engine.js');
  return { ...parts, service: createService() };
}
