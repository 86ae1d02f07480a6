/** `npm run bench`: what the extension costs, measured in one run on production bundles. */
import { ROOT, prepare, say } from './prepare.mjs';
import { table } from './bench/figures.mjs';

await prepare({ production: true, suites: true });
const parts = [
  ['The engine beside others', './bench/engine.mjs', 'benchEngine'],
  ['How it grows', './bench/engine.mjs', 'benchScaling'],
  ['Inside a real VS Code (server host)', './bench/host.mjs', 'benchHost'],
];

for (const [title, module, name] of parts) {
  say(title);
  const rows = await (await import(module))[name]();
  console.log(`${table(rows)}\n`);
}
say(`Measured in ${ROOT} with Node ${process.version}.`);
