/** A suite as data: tests by name, run one after the other. */
export interface Test {
  readonly name: string;
  run(): Promise<void>;
}

export const test = (name: string, run: () => Promise<void>): Test => ({ name, run });

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Milliseconds: ends a test that hangs, on a machine ten times slower too. */
const LIMIT = 600_000;

/** Runs all tests in order; a failed one is told and counted, and the next one runs. */
export async function runTests(
  tests: readonly Test[],
  log: (line: string) => void,
  afterFailure: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<Counts> {
  const counts = { passed: 0, failed: 0 };
  for (const each of tests) {
    const started = Date.now();
    const failure = await attempt(each);
    counts[failure === null ? 'passed' : 'failed']++;
    log(`${failure === null ? '✓' : '✗'} ${each.name} (${String(Date.now() - started)} ms)`);
    if (failure === null) continue;
    for (const line of failure.split('\n')) log(`│ ${line}`);
    await afterFailure(each.name).catch(() => undefined);
  }
  return counts;
}

async function attempt(each: Test): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not done after ${String(LIMIT / 1000)} s`));
    }, LIMIT);
  });
  try {
    await Promise.race([each.run(), late]);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}
