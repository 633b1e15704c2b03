// `npm start` and the other verbs: fetches what is needed, builds, and runs the verb on the pinned Node.
import { join } from 'node:path';
import { fail, handOver } from './hand-over.js';
import { build, prepare, root, verbs } from './prepare.js';

const [verb = '', ...args] = process.argv.slice(2);

async function main() {
  if (!verbs().includes(verb)) throw new Error(`no such verb: ${verb}; there are ${verbs().join(', ')}`);
  const node = await prepare();
  await build();
  // On a small server: rubbish is taken out before the heap has grown by half, instead of fourfold (bench/product.ts has the same).
  const small = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
  handOver(node, [...small, join(root, 'dist', `${verb}.js`), ...args]);
}

main().catch(fail);
