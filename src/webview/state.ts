/**
 * What the panel remembers over a reload of its window. It holds no truth: everything comes from the editor,
 * which asks the shown model's request again.
 */
import type { CopyFormat, Level, PanelModel } from '../protocol.js';

export type ShownInPanel =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'model'; readonly model: PanelModel }
  | { readonly kind: 'refusal'; readonly title: string; readonly message: string };

export interface PanelState {
  readonly shown: ShownInPanel;
  readonly pinned: boolean;
  /** Ids of the open steps; null until the reader folds something. */
  readonly open: readonly string[] | null;
  /** The level that the reader chose; null for that of the settings. */
  readonly level: Level | null;
  /** Ids of the steps that are told at the next level. */
  readonly unfolded: readonly string[];
  readonly table: boolean;
  readonly copyFormat: CopyFormat;
}

export const INITIAL: PanelState = {
  shown: { kind: 'nothing' },
  pinned: false,
  open: null,
  level: null,
  unfolded: [],
  table: false,
  copyFormat: 'latex',
};

/** The state that was saved, or the initial one for anything else: an older version's state, or none. */
export function restored(saved: unknown): PanelState {
  if (!isRecord(saved)) return INITIAL;
  const { shown, pinned, open, level, unfolded, table, copyFormat } = saved;
  return {
    shown: isShown(shown) ? shown : INITIAL.shown,
    pinned: pinned === true,
    open: Array.isArray(open) ? texts(open) : null,
    level: level === 1 || level === 2 || level === 3 ? level : null,
    unfolded: Array.isArray(unfolded) ? texts(unfolded) : [],
    table: table === true,
    copyFormat: copyFormat === 'markdown' || copyFormat === 'text' ? copyFormat : 'latex',
  };
}

const texts = (all: readonly unknown[]): string[] => all.filter((t) => typeof t === 'string');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

// Only as deep as a newer version may differ: the model was made by this program's other half.
function isShown(value: unknown): value is ShownInPanel {
  if (!isRecord(value)) return false;
  if (value['kind'] === 'refusal')
    return typeof value['title'] === 'string' && typeof value['message'] === 'string';
  if (value['kind'] !== 'model' || !isRecord(value['model'])) return false;
  const outline = value['model']['outline'];
  return (
    isRecord(outline) &&
    typeof outline['answer'] === 'string' &&
    Array.isArray(outline['steps']) &&
    isRecord(value['model']['telling'])
  );
}
