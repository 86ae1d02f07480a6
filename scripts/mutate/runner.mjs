// @ts-check
/** A process that holds a test runner, so that each source is transformed once; `mutate.mjs` starts it and asks it. */
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

/**
 * @typedef {{ readonly tests: readonly string[], readonly changed: readonly string[] }} Request
 * Tests in the order in which they run, and files that are no longer what they were.
 * @typedef {{ readonly kind: 'ready' } | { readonly kind: 'passed', readonly test: string, readonly seconds: number }
 *   | { readonly kind: 'done', readonly failed: string | null, readonly why: string }} Reply
 */

const [, , root = '.'] = process.argv;

/** Tests run in the order in which they are given. */
class AsGiven {
  /** @template T @param {T} files */
  sort(files) {
    return Promise.resolve(files);
  }
  /** @template T @param {T} files */
  shard(files) {
    return Promise.resolve(files);
  }
}

const vitest = await createVitest(
  'test',
  {
    root,
    watch: false,
    bail: 1,
    maxWorkers: 1,
    isolate: false,
    reporters: [
      {
        onTestModuleEnd: (module) => {
          if (module.state() === 'passed')
            tell({
              kind: 'passed',
              test: module.moduleId,
              seconds: module.diagnostic().duration / 1000,
            });
        },
      },
    ],
    sequence: { sequencer: AsGiven },
  },
  {},
  { stdout: /** @type {any} */ (process.stderr) },
);
await vitest.standalone();
process.on('message', (request) => void run(/** @type {Request} */ (request)));
tell({ kind: 'ready' });

/** @param {Request} request */
async function run({ tests, changed }) {
  for (const file of changed) vitest.invalidateFile(join(root, file));
  const project = vitest.getRootProject();
  const specifications = tests.map((test) => project.createSpecification(join(root, test)));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  // The runner tells of all modules that it knows: one that fell in an earlier run is none of these.
  const asked = new Set(specifications.map(({ moduleId }) => moduleId));
  const failed = testModules.find((module) => asked.has(module.moduleId) && module.state() === 'failed');
  const why = failed === undefined ? String(unhandledErrors[0] ?? '') : reason(failed);
  tell({ kind: 'done', failed: failed?.moduleId ?? (why === '' ? null : (tests[0] ?? null)), why });
}

/** @param {import('vitest/node').TestModule} module */
function reason(module) {
  for (const test of module.children.allTests('failed')) return test.fullName;
  return module.errors()[0]?.message ?? 'does not load';
}

/** @param {Reply} reply */
function tell(reply) {
  process.send?.(reply);
}
