/** Journeys on the workbench in a browser: what a person does, and what they then see. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, type Counts } from '../host/suite.js';
import { journeys } from './journeys.js';
import { Workbench, type Kit } from './workbench.js';

export { Workbench };

/** Runs all journeys in one window, one after the other; a failed one leaves a picture. */
export async function run(kit: Kit): Promise<Counts> {
  const notes = join(kit.root, 'test/journeys/notes');
  rmSync(join(kit.results, 'failed'), { recursive: true, force: true });
  const workbench = await Workbench.open(kit, { notes, file: 'slopes.md' });
  try {
    const log = (line: string): void => console.log(line);
    return await runTests(journeys(workbench, join(kit.results, 'pictures')), log, async (name) =>
      workbench.picture(join(kit.results, 'failed', `${name.replace(/\W+/g, '-')}.png`)),
    );
  } finally {
    await workbench.close();
  }
}
