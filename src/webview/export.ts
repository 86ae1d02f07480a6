/** The plot as a file: dark on white, for other people's pages. */
import { draw } from '../plot/draw.js';
import { PAPER } from '../plot/theme.js';
import type { Plot } from '../protocol.js';
import type { Actions } from './actions.js';
import { element } from './element.js';

const SIZE = { width: 800, height: 450 };
// Pixels of a PNG for one of the drawing, sharp in print.
const DENSITY = 2;

/** Hands the editor the file's contents; it asks where to keep them. */
export async function saveAs(format: 'svg' | 'png', plot: Plot, actions: Actions): Promise<void> {
  const svg = draw(plot, { ...SIZE, theme: PAPER, ground: true, fontSize: 14 });
  actions.post({ type: 'export', format, data: format === 'svg' ? svg : await pngOf(svg) });
}

/** The picture's PNG in base64. */
async function pngOf(svg: string): Promise<string> {
  const image = new Image(SIZE.width, SIZE.height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = element('canvas', { width: SIZE.width * DENSITY, height: SIZE.height * DENSITY });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
