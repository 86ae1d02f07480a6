// @ts-check
/** The places of the tree at which a merge was left unfinished. */
import { spawnSync } from 'node:child_process';
import { ROOT } from './prepare.mjs';

/** A line that git writes between two versions; `=======` alone may be a heading's underline. */
const MARKERS = '^(<{7}|>{7}|\\|{7})( |$)';

/** Ends with 0 where no file has one, else prints each with its file and line. */
const { status } = spawnSync('git', ['grep', '--line-number', '--untracked', '-I', '-E', MARKERS], {
  cwd: ROOT,
  stdio: 'inherit',
});
// 1 says that none was found; what git cannot look at (128: no repository) has no merge either.
process.exit(status === 0 ? 1 : 0);
