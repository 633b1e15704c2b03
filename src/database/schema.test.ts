import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { root } from '../config/root.ts';

it('the types of the tables are those of the migrated database (npm run schema)', async () => {
  const fresh = await freshDatabase();
  const generator = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
  const options = [
    '--dialect=postgres',
    `--url=${fresh.url}`,
    '--out-file=src/database/schema.ts',
    '--date-parser=string',
    '--exclude-pattern={migrations,office_requests,wordings}',
    '--type-mapping={"int8":"number"}',
    '--verify',
  ];
  const verified = promisify(execFile)(process.execPath, [generator, ...options], { cwd: root });
  await expect(verified).resolves.toBeDefined();
  await fresh.drop();
});
