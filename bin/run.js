// `npm start` and the other verbs: fetches what is needed, builds, and runs the verb on the pinned Node.
import { join } from 'node:path';
import { fail, handOver } from './hand-over.js';
import { build, prepare, root, verbs } from './prepare.js';
import { environment, nodeFlags } from './small-server.js';

const [verb = '', ...args] = process.argv.slice(2);

async function main() {
  if (!verbs().includes(verb)) throw new Error(`no such verb: ${verb}; there are ${verbs().join(', ')}`);
  const node = await prepare();
  await build();
  handOver(node, [...nodeFlags, join(root, 'dist', `${verb}.js`), ...args], { ...environment, ...process.env });
}

main().catch(fail);
