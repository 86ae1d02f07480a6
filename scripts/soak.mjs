/**
 * `npm run soak -- [--count 20000]`: requests of all kinds with edits between them in one process, and what its memory
 * comes to on the way. Ends with 1 where what is kept grows by more than 2 % after the first thousand, or a request throws.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values } = parseArgs({ options: { count: { type: 'string', default: '20000' } } });
const outfile = await bundled('soak/main', 'soak');
const counter = await bundled('soak/kept', 'soak-kept');
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, values.count, counter], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
