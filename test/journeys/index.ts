/** Journeys on the workbench in a browser: what a person does, and what they then see. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, type Counts } from '../host/suite.js';
import { journeys } from './journeys.js';
import { webBuild } from './webBuild.js';
import { Workbench, type Kit } from './workbench.js';

export { Workbench };

/** Runs all journeys, most of them in one window, one after the other; a failed one leaves a picture. */
export async function run(kit: Kit): Promise<Counts> {
  const notes = join(kit.root, 'test/journeys/notes');
  const log = (line: string): void => console.log(line);
  const failed = join(kit.results, 'failed');
  rmSync(failed, { recursive: true, force: true });
  const workbench = await Workbench.open(kit, { notes, file: 'slopes.md' });
  const inOneWindow = await runTests(journeys(workbench, join(kit.results, 'pictures')), log, (name) =>
    workbench.picture(join(failed, `${name.replace(/\W+/g, '-')}.png`)),
  ).finally(() => workbench.close());
  const apart = await runTests(webBuild(kit, notes), log);
  return { passed: inOneWindow.passed + apart.passed, failed: inOneWindow.failed + apart.failed };
}
