import { describe, expect, it } from 'vitest';
import type { PanelModel } from '../../../src/protocol.js';
import { INITIAL, restored, type PanelState } from '../../../src/webview/state.js';

const model: PanelModel = {
  source: null,
  request: null,
  outline: { question: 'q', answer: 'a', also: null, steps: [], conditions: [], check: '', assumptions: [] },
  plot: null,
  variable: 'x',
  variables: [],
  stale: false,
  telling: { level: 2, understood: [] },
};
const state: PanelState = {
  shown: { kind: 'model', model },
  pinned: true,
  open: ['0'],
  level: 3,
  unfolded: ['0.1'],
  table: true,
  copyFormat: 'text',
};

describe('restored', () => {
  it('gives back what was kept, through JSON', () => {
    expect(restored(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });
  it.each([undefined, null, 3, 'x', [], {}])('begins anew from %j', (saved) => {
    expect(restored(saved)).toEqual(INITIAL);
  });
  it.each<[string, unknown]>([
    ['no model', { kind: 'model' }],
    ['a model without an outline', { kind: 'model', model: {} }],
    [
      'a model of an older version, which no one says how to tell',
      { kind: 'model', model: { ...model, telling: undefined } },
    ],
    ['a refusal without words', { kind: 'refusal', title: 'x' }],
    ['something unknown', { kind: 'other' }],
  ])('shows nothing for %s', (_, shown) => {
    expect(restored({ ...state, shown })).toEqual({ ...state, shown: INITIAL.shown });
  });
  it('keeps only what it knows', () => {
    expect(restored({ ...state, open: ['0', 1], copyFormat: 'pdf', pinned: 'yes' })).toMatchObject({
      open: ['0'],
      copyFormat: 'latex',
      pinned: false,
    });
  });
});
