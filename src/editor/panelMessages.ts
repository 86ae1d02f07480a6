/** Messages from the panel, checked before anything is done with them. */
import type { FromPanel } from '../protocol.js';

const MOST_TEXT = 5_000_000;

/** The message that the value is; null where it is none. */
export function parseMessage(value: unknown): FromPanel | null {
  if (typeof value !== 'object' || value === null) return null;
  const message = value as Readonly<Record<string, unknown>>;
  switch (message['type']) {
    case 'ready':
    case 'reveal':
    case 'again':
    case 'hint':
      return { type: message['type'] };
    case 'variable':
      return isText(message['name']) ? { type: 'variable', name: message['name'] } : null;
    case 'copy':
      return isText(message['text']) && isText(message['what'])
        ? { type: 'copy', text: message['text'], what: message['what'] }
        : null;
    case 'practise':
      return isPractice(message['what']) ? { type: 'practise', what: message['what'] } : null;
    case 'answer':
      return isText(message['text']) ? { type: 'answer', text: message['text'] } : null;
    case 'copyAll':
      return parseCopyAll(message['format'], message['level']);
    case 'export':
      return parseExport(message['format'], message['data']);
    case 'resample':
      return isWindow(message['x']) ? { type: 'resample', x: message['x'] } : null;
    case 'pin':
      return typeof message['pinned'] === 'boolean' ? { type: 'pin', pinned: message['pinned'] } : null;
    default:
      return null;
  }
}

function parseCopyAll(format: unknown, level: unknown): FromPanel | null {
  if (format !== 'latex' && format !== 'markdown' && format !== 'text') return null;
  return level === 1 || level === 2 || level === 3 ? { type: 'copyAll', format, level } : null;
}

function parseExport(format: unknown, data: unknown): FromPanel | null {
  if ((format !== 'svg' && format !== 'png') || !isText(data)) return null;
  return { type: 'export', format, data };
}

type Practised = Extract<FromPanel, { type: 'practise' }>['what'];
const PRACTISED: readonly Practised[] = ['steps', 'error', 'missed', 'leave'];
const isPractice = (value: unknown): value is Practised => PRACTISED.some((what) => what === value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_TEXT;

function isWindow(value: unknown): value is readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value as readonly unknown[];
  return typeof from === 'number' && typeof to === 'number' && isFinite(from) && isFinite(to) && from < to;
}
