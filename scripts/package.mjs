// @ts-check
/** `npm run package`: the VSIX, everything bundled, and a list of what is in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, prepare, say, tool } from './prepare.mjs';

await prepare();
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;
const vsce = '@vscode/vsce/vsce';
const listed = tool(vsce, ['ls', '--no-dependencies', '--tree']);
const flags = [
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  file,
];
const packed = listed === 0 ? tool(vsce, ['package', ...flags]) : listed;
if (packed === 0) say(`Packed ${file}`);
process.exit(packed);
