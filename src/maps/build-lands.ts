import { writeFileSync } from 'node:fs';
import { landsToBuild } from './lands.ts';

// A program of the build: writes `lands.json` beside itself.
writeFileSync(new URL('lands.json', import.meta.url), JSON.stringify(landsToBuild()));
