import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../src/config/root.ts';
import { startEmbeddedPostgres } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';
import { runOnce, sayLine } from './lifecycle.ts';

/** Writes src/database/schema.ts anew from the migrated schema; for those who change the schema. */
await runOnce(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-schema-'));
  const server = await startEmbeddedPostgres({ dataDir, say: () => {} });
  try {
    await migrate(server.url);
    const generator = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
    const options = [
      '--dialect=postgres',
      `--url=${server.url}`,
      '--out-file=src/database/schema.ts',
      '--date-parser=string',
      '--exclude-pattern={migrations,office_requests,wordings}',
      '--type-mapping={"int8":"number"}',
    ];
    await promisify(execFile)(process.execPath, [generator, ...options], { cwd: root });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  sayLine('src/database/schema.ts is up to date');
});
