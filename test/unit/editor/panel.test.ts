import { describe, expect, test } from 'vitest';
import { parseMessage } from '../../../src/editor/panelMessages.js';
import {
  contentsOf,
  modelFor,
  parseRequest,
  parseState,
  requestFor,
} from '../../../src/editor/panelModel.js';
import { freshNonce, panelPage } from '../../../src/editor/panelPage.js';
import { done } from '../../../src/steps.js';
import { ANSWER, marked } from './answers.js';

describe('the panel’s page', () => {
  const page = panelPage({
    script: 'https://s/w.js',
    styles: ['https://s/w.css'],
    cspSource: 'https://s',
    nonce: 'abc',
  });
  test('allows its own script and styles, and nothing inline', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      "default-src 'none'; script-src 'nonce-abc'; style-src https://s; font-src https://s; img-src https://s data:",
    );
    expect(page).not.toMatch(/unsafe|style=|<style|onload=/);
  });
  test('has a new nonce each time', () => {
    expect(freshNonce()).toMatch(/^[0-9a-f]{32}$/);
    expect(freshNonce()).not.toBe(freshNonce());
  });
});

describe('messages from the panel', () => {
  test.each<object>([
    { type: 'ready' },
    { type: 'reveal' },
    { type: 'again' },
    { type: 'variable', name: 'x' },
    { type: 'copy', text: '2x', what: 'the answer' },
    { type: 'copyAll', format: 'markdown', level: 3 },
    { type: 'export', format: 'svg', data: '<svg/>' },
    { type: 'resample', x: [-1, 1] },
    { type: 'pin', pinned: true },
  ])('%j is one', (message) => expect(parseMessage(message)).toEqual(message));
  test.each<unknown>([
    null,
    'ready',
    {},
    { type: 'eval', text: '1' },
    { type: 'variable' },
    { type: 'copy', text: 1, what: 'x' },
    { type: 'copyAll', format: 'markdown', level: 4 },
    { type: 'copyAll', format: 'pdf', level: 2 },
    { type: 'export', format: 'exe', data: '' },
    { type: 'resample', x: [1, -1] },
    { type: 'resample', x: [0, Infinity] },
    { type: 'resample', x: [0, 1, 2] },
    { type: 'pin', pinned: 'yes' },
  ])('%j is none', (message) => expect(parseMessage(message)).toBeNull());
});

const { text, found } = marked('a ⟦$«x^2»$⟧');
const document = { uri: 'file:///n.md', version: 4, languageId: 'markdown', text };
const request = requestFor({ ok: true, document, found, answer: ANSWER });

test.each([
  ['nothing to draw', null],
  ['a plot left out for its cost', 'The plot is left out.'],
])('in the place of the plot stands, with %s, what there is to say', (_, words) => {
  const model = modelFor(request, 4, done(contentsOf({ ...ANSWER, plotLeftOut: () => words })), false, {
    level: 2,
    understood: [],
  });
  expect(model).toMatchObject({ plot: null, plotLeftOut: words });
});

describe('what a panel is restored from', () => {
  test('comes back as it was', () => {
    expect(parseRequest(JSON.parse(JSON.stringify(request)))).toEqual(request);
    expect(request.text).toBe('x^2');
  });
  test('lies in the state that the panel keeps', () => {
    const state = { shown: { kind: 'model', model: { request } }, pinned: true };
    expect(parseState(state)).toEqual({ request, pinned: true });
    expect(parseState(undefined)).toEqual({ request: null, pinned: false });
  });
  test.each<unknown>([
    undefined,
    {},
    { ...request, from: 9 },
    { ...request, text: null },
    { ...request, order: -1 },
  ])('%j is nothing', (value) => expect(parseRequest(value)).toBeNull());
});
