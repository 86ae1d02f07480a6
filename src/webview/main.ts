/** The panel "Derivation" in the browser: shows the model the editor sends, and sends back what the reader does. */
import 'katex/dist/katex.css';
import './panel.css';
import type { Copies, FromPanel, Level, PanelModel, PracticeModel, ToPanel } from '../protocol.js';
import type { Actions } from './actions.js';
import { answerView, setPinned } from './answer.js';
import { button, element } from './element.js';
import { fitEquations } from './equation.js';
import { copyAsTex, prose, typeset } from './maths.js';
import { otherWays } from './otherWays.js';
import { PlotView } from './plot.js';
import { focusPractice, practiceView } from './practice.js';
import { restored, type PanelState } from './state.js';
import { levelControl } from './levelControl.js';
import { StepsView } from './steps.js';
import { onThemeChange } from './theme.js';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
};

const editor = acquireVsCodeApi();
let state = restored(editor.getState());
let plot: PlotView | null = null;

const root = document.querySelector('main') ?? document.body.appendChild(element('main'));
const announcer = document.body.appendChild(
  element('div', { class: 'announcer', role: 'status', 'aria-live': 'polite' }),
);

const actions: Actions = {
  post: (message) => editor.postMessage(message),
  copy: (copies: Copies, what: string) => {
    editor.postMessage({ type: 'copy', text: copies[state.copyFormat], what });
    announce(`Copied ${what}.`);
  },
  typeset: () => typeset(() => fitEquations(root)),
};

window.addEventListener('message', (event: MessageEvent<ToPanel>) => receive(event.data));
window.addEventListener('scroll', () => plot?.pageScrolled(), { passive: true });
document.addEventListener('copy', copyAsTex);
onThemeChange(() => plot?.redraw());
new ResizeObserver(() => fitEquations(root)).observe(root);
void document.fonts.ready.then(() => fitEquations(root));

show();
actions.post({ type: 'ready' });
if (state.pinned) actions.post({ type: 'pin', pinned: true });

function receive(message: ToPanel): void {
  switch (message.type) {
    case 'show':
      receiveModel(message.model);
      return;
    case 'practice':
      showPractice(message.model);
      return;
    case 'refuse':
      keep({ shown: { kind: 'refusal', title: message.title, message: message.message }, open: null });
      show();
      return;
    case 'stale':
      markStale();
      return;
    case 'pinned':
      keep({ pinned: message.pinned });
      for (const pin of root.querySelectorAll('.pin')) setPinned(pin, message.pinned);
      return;
    case 'plot':
      plot?.receive(message.plot);
      return;
  }
}

/** A practice stands in place of the derivation until it is left; what is kept over a reload is the derivation. */
function showPractice(model: PracticeModel | null): void {
  if (model === null) {
    show();
    root.querySelector<HTMLElement>('.practise')?.focus();
    return;
  }
  plot?.dispose();
  plot = null;
  const chosen = document.activeElement?.getAttribute('data-name') ?? null;
  root.replaceChildren(practiceView(model, (message) => actions.post(message)));
  actions.typeset();
  focusPractice(root, model.feedback?.isRight === false ? chosen : null);
  announce([model.feedback?.words, model.closing ?? model.asked?.words].filter(Boolean).join(' '));
}

/** What the reader folded stays as it is while the question stays the same. */
function receiveModel(model: PanelModel): void {
  const { shown } = state;
  const isSame =
    shown.kind === 'model' && JSON.stringify(shown.model.request) === JSON.stringify(model.request);
  keep({ shown: { kind: 'model', model }, ...(isSame ? {} : { open: null, unfolded: [] }) });
  show();
  if (!isSame) window.scrollTo(0, 0);
}

function keep(changes: Partial<PanelState>): void {
  state = { ...state, ...changes };
  editor.setState(state);
}

/** Builds the page for what is to be shown. */
function show(): void {
  plot?.dispose();
  plot = null;
  const { shown } = state;
  switch (shown.kind) {
    case 'nothing':
      root.replaceChildren(emptyView());
      break;
    case 'refusal':
      root.replaceChildren(refusalView(shown.title, shown.message));
      break;
    case 'model':
      root.replaceChildren(...modelViews(shown.model));
      break;
  }
  actions.typeset();
}

function modelViews(model: PanelModel): HTMLElement[] {
  const tools = {
    pinned: state.pinned,
    copyFormat: state.copyFormat,
    onPin: (pinned: boolean) => {
      keep({ pinned });
      actions.post({ type: 'pin', pinned });
    },
    onFormat: (copyFormat: PanelState['copyFormat']) => keep({ copyFormat }),
    onCopy: () => {
      actions.post({ type: 'copyAll', format: state.copyFormat, level: levelOf(model) });
      announce('Copied derivation.');
    },
  };
  const columns = element('div', { class: 'columns' }, waysView(model), ...plotViews(model));
  return [...(model.stale ? [staleBar()] : []), answerView(model, tools, actions), columns];
}

function levelOf({ telling }: PanelModel): Level {
  return state.level ?? telling.level;
}

/** The steps, and those of other methods, told at the level that is chosen. */
function waysView(model: PanelModel): HTMLElement {
  const level = levelOf(model);
  const telling = { level, understood: new Set(model.telling.understood) };
  const control = levelControl(level, (chosen) => {
    keep({ level: chosen, open: null, unfolded: [] });
    const again = waysView(model);
    ways.replaceWith(again);
    again.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    actions.typeset();
  });
  const folding = state.open && { open: new Set(state.open), unfolded: new Set(state.unfolded) };
  const stepsView = new StepsView(
    model.outline.steps,
    telling,
    folding,
    ({ open, unfolded }) => keep({ open: [...open], unfolded: [...unfolded] }),
    actions,
    { control },
  );
  const ways = element(
    'div',
    { class: 'ways' },
    stepsView.root,
    ...otherWays(model.outline, telling, actions),
  );
  return ways;
}

/** The plot, or what is said in its place. */
function plotViews({ plot: drawn, plotLeftOut }: PanelModel): HTMLElement[] {
  if (drawn === null) return plotLeftOut ? [element('p', { class: 'plot-left-out' }, plotLeftOut)] : [];
  plot = new PlotView(drawn, state.table, (table) => keep({ table }), actions);
  return [plot.root];
}

function markStale(): void {
  const { shown } = state;
  if (shown.kind !== 'model' || shown.model.stale) return;
  keep({ shown: { kind: 'model', model: { ...shown.model, stale: true } } });
  root.prepend(staleBar());
}

function staleBar(): HTMLElement {
  const again = button('Show again', { class: 'primary' }, () => actions.post({ type: 'again' }));
  return element(
    'div',
    { class: 'stale', role: 'status' },
    element('span', {}, 'The source has changed since this was derived.'),
    again,
  );
}

function refusalView(title: string, message: string): HTMLElement {
  return element(
    'section',
    { class: 'message', role: 'status' },
    element('h1', {}, title),
    prose(message, 'words'),
  );
}

function emptyView(): HTMLElement {
  return element(
    'section',
    { class: 'message' },
    element('h1', {}, 'No derivation yet'),
    element(
      'p',
      { class: 'words' },
      'Put the cursor in a formula, or select an expression, and run “Show Derivation”.',
    ),
  );
}

function announce(words: string): void {
  announcer.textContent = words;
}
