/** What the panel shows of a question, and what it takes to ask that question again. */
import type { PanelModel } from '../protocol.js';
import type { Answer } from '../service/service.js';
import type { Asked } from './questions.js';

/** A question as it survives a reload of the window: its place, and its text in case the place has changed. */
export interface PanelRequest {
  readonly uri: string;
  readonly languageId: string;
  readonly from: number;
  readonly to: number;
  /** The text of the document between `from` and `to`. */
  readonly text: string;
  readonly variable: string;
  readonly order: number;
}

export function requestFor({ document, found, answer }: Asked): PanelRequest {
  const { uri, languageId, text } = document;
  const { from, to } = found;
  return {
    uri,
    languageId,
    from,
    to,
    text: text.slice(from, to),
    variable: answer.variable.name,
    order: answer.order,
  };
}

/** What a panel shows of an answer wherever its formula has moved to meanwhile. */
export type Contents = Pick<PanelModel, 'outline' | 'plot' | 'plotLeftOut' | 'variable' | 'variables'>;

/** The contents of an answer, in steps. */
export function* contentsOf(answer: Answer): Generator<unknown, Contents, undefined> {
  return {
    outline: yield* answer.outline(),
    ...(yield* plotOf(answer)),
    variable: answer.variable.name,
    variables: answer.variables,
  };
}

function* plotOf(answer: Answer): Generator<unknown, Pick<PanelModel, 'plot' | 'plotLeftOut'>, undefined> {
  const plot = yield* answer.plot();
  return { plot, plotLeftOut: plot === null ? answer.plotLeftOut() : null };
}

export function modelFor(
  request: PanelRequest,
  version: number,
  contents: Contents,
  stale: boolean,
  telling: PanelModel['telling'],
): PanelModel {
  const { uri, from, to } = request;
  return { source: { uri, version, from, to }, request, ...contents, stale, telling };
}

/** What the panel kept for after a reload, checked: its state is an object of the webview's. */
export function parseState(state: unknown): {
  readonly request: PanelRequest | null;
  readonly pinned: boolean;
} {
  const model = property(property(state, 'shown'), 'model');
  return { request: parseRequest(property(model, 'request')), pinned: property(state, 'pinned') === true };
}

/** The request that the value is; null where it is none of ours. */
export function parseRequest(value: unknown): PanelRequest | null {
  if (typeof value !== 'object' || value === null) return null;
  const r = value as Readonly<Record<keyof PanelRequest, unknown>>;
  const { uri, languageId, text, variable, from, to, order } = r;
  if (!isText(uri) || !isText(languageId) || !isText(text) || !isText(variable)) return null;
  if (!isCount(from) || !isCount(to) || !isCount(order) || from > to) return null;
  return { uri, languageId, from, to, text, variable, order };
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
