/** Journeys on the workbench in a browser: what a person does, and what they then see. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, type Counts } from '../host/suite.js';
import { checkingJourneys } from './checking.js';
import { codeJourneys } from './code.js';
import { journeys } from './journeys.js';
import { practiceJourneys } from './practice.js';
import { webBuild } from './webBuild.js';
import { Workbench, type Kit } from './workbench.js';

export { Workbench };

/** Runs all journeys, each group in a window of its own, one after the other; a failed one leaves a picture. */
export async function run(kit: Kit): Promise<Counts> {
  const notes = join(kit.root, 'test/journeys/notes');
  const failed = join(kit.results, 'failed');
  rmSync(failed, { recursive: true, force: true });
  const inWindow = async (file: string, group: typeof journeys): Promise<Counts> => {
    const workbench = await Workbench.open(kit, { notes, file });
    return runTests(group(workbench, join(kit.results, 'pictures')), log, (name) =>
      workbench.picture(join(failed, `${name.replace(/\W+/g, '-')}.png`)),
    ).finally(() => workbench.close());
  };
  const counts = [
    await inWindow('slopes.md', journeys),
    await inWindow('slopes.md', practiceJourneys),
    await inWindow('claims.md', checkingJourneys),
    await inWindow('activation.ts', codeJourneys),
    await runTests(webBuild(kit, notes), log),
  ];
  const sum = (which: keyof Counts): number => counts.reduce((total, each) => total + each[which], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

const log = (line: string): void => console.log(line);
