/** The engine, loaded when it is first asked for. */
import type { CodeService } from '../service/codeTypes.js';
import type { Service } from '../service/service.js';
import { CodeAsker, isCode, type Asker } from './codeAsker.js';
import type * as parts from './engine.js';

type Parts = typeof parts;

/** The engine's parts, with its one service of either kind. */
export interface Engine extends Omit<Parts, 'createService' | 'createCodeService'> {
  readonly service: Service;
  /** To be loaded before it is asked: see `LazyEngine.code`. */
  readonly codeService: CodeService;
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

  /** The service for code, with its parser, which the first call loads. */
  async code(): Promise<CodeService> {
    const { codeService } = await this.get();
    await codeService.load();
    return codeService;
  }

  /** Who answers about documents of a language. */
  async asker(languageId: string): Promise<Asker> {
    const { service } = await this.get();
    return isCode(languageId) ? new CodeAsker(await this.code(), service) : service;
  }
}

async function load(): Promise<Engine> {
  const { createService, createCodeService, ...parts } = await import('./engine.js');
  return { ...parts, service: createService(), codeService: createCodeService() };
}
