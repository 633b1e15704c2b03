import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../src/config/root.ts';
import { nextMigration } from '../src/database/next-migration.ts';
import { runOnce, sayLine } from './lifecycle.ts';

const folder = join(root, 'src/database/migrations');

await runOnce(async () => {
  const [verb, name] = process.argv.slice(2);
  if (verb !== 'new' || !name) throw new Error('npm run migration -- new NAME, such as: new letters-have-a-seal');
  const file = nextMigration(await readdir(folder), name);
  await writeFile(
    join(folder, file),
    `-- expand\n-- ${name.replaceAll('-', ' ')}: why, and what becomes of rows that are there already.\n`,
    {
      flag: 'wx',
    },
  );
  sayLine(`made src/database/migrations/${file}; when it is written: npm run schema`);
});
