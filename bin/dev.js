// `npm run dev`: everything at once for whoever changes it, on the pinned Node; see dev/README.md.
import { join } from 'node:path';
import { fail, handOver } from './hand-over.js';
import { installHooks } from './hooks.js';
import { prepare, root } from './prepare.js';

async function main() {
  const node = await prepare();
  installHooks();
  handOver(node, [join(root, 'dev', 'run.ts'), ...process.argv.slice(2)], { NODE_ENV: 'development' });
}

main().catch(fail);
