/** `npm run pictures`: pictures of the running extension, for the README. */
import { prepare } from './prepare.mjs';

await prepare();
