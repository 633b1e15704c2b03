import { parseArgs } from 'node:util';
import { runUntilStopped } from '../bin/lifecycle.ts';
import { root } from '../src/config/root.ts';
import { startDevelopment } from './development.ts';

const { values } = parseArgs({
  options: { debug: { type: 'string', default: '9229' }, data: { type: 'string', default: 'dev-data' } },
});

await runUntilStopped((say) => startDevelopment({ root, debugPort: Number(values.debug), data: values.data }, say));
