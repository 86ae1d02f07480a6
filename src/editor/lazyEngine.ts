/** The engine, loaded when it is first asked for. */
import { PIECES } from '../service/pieces.js';
import type { Service } from '../service/service.js';
import { isCode } from './codeLanguages.js';
import type * as drawing from './drawing.js';
import type * as parts from './engine.js';
import { HOST_CLOCK } from './slices.js';

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
    this.#drawing ??= loadDrawing().catch((error: unknown) => {
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

/** Everything below the engine in turns of the host, so that it is not held by the whole. */
async function load(): Promise<Engine> {
  await inTurns(PIECES);
  const { createService, ...parts } = await import('./engine.js');
  await nextTurn();
  return { ...parts, service: createService() };
}

const TYPESETTING: typeof PIECES = [
  () => import('../typeset/glyphs.generated.js'),
  () => import('../typeset/typeset.js'),
];
async function loadDrawing(): Promise<Drawing> {
  await inTurns(TYPESETTING);
  return import('./drawing.js');
}

async function inTurns(pieces: typeof PIECES): Promise<void> {
  for (const piece of pieces) {
    await piece();
    await nextTurn();
  }
}
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    HOST_CLOCK.after(0, resolve);
  });
