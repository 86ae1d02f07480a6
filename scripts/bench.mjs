/** `npm run bench`: what the extension costs, measured in one run. */
import { prepare } from './prepare.mjs';

await prepare({ production: true });
