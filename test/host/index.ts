/** The suite that runs inside a real VS Code, desktop or server: what its test loader calls. */
import { writeFileSync } from 'node:fs';
import { activation } from './activation.js';
import { checks, writing } from './checks.js';
import { codeTests } from './code.js';
import { edits } from './edits.js';
import { hostile } from './hostile.js';
import { hovers } from './hovers.js';
import { panelTests } from './panels.js';
import { panelRaces } from './panelRaces.js';
import { races } from './races.js';
import { runTests } from './suite.js';

const TESTS = [
  ...activation,
  ...hovers,
  ...edits,
  ...panelTests,
  ...checks,
  ...writing,
  ...codeTests,
  ...hostile,
  ...races,
  ...panelRaces,
];

export async function run(): Promise<void> {
  const wanted = process.env['LEIBNIZ_TESTS'] ?? '';
  const chosen = TESTS.filter(({ name }) => new RegExp(wanted).test(name));
  const counts = await runTests(chosen, (line) => {
    console.log(line);
  });
  const report = process.env['LEIBNIZ_TEST_RESULT'];
  if (report !== undefined) writeFileSync(report, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${String(counts.failed)} failed`);
}
