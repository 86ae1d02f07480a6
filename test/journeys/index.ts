/** Journeys on the workbench in a browser: what a person does, and what they then see. */
import { runTests, type Counts } from '../host/suite.js';
import { journeys } from './journeys.js';
import type { Kit } from './workbench.js';

export function run(kit: Kit): Promise<Counts> {
  return runTests(journeys(kit), (line) => {
    console.log(line);
  });
}
