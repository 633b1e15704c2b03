import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../test/support/until.ts';
import { Sites } from './sites.ts';

let folder: string;
let sites: Sites;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-sites-'));
  sites = new Sites({ env: process.env, debugPort: 0, say: () => {} });
});
afterEach(async () => {
  await sites.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A library that tells that a process has loaded it. */
async function aLibrary(): Promise<string> {
  const path = join(folder, 'library.js');
  await writeFile(
    path,
    `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(folder)} + '/' + process.pid + '.loaded', '');`,
  );
  return pathToFileURL(path).href;
}
/** A site that answers once there is a file. */
async function aSite(waitsFor: string): Promise<string> {
  const path = join(folder, 'site.js');
  await writeFile(
    path,
    `import { existsSync } from 'node:fs';
    const ready = { kind: 'ready', address: 'a', outbox: 'o' };
    const look = () => (existsSync(${JSON.stringify(waitsFor)}) ? process.send(ready) : setTimeout(look, 20));
    look();`,
  );
  return path;
}
const loaded = async () => (await readdir(folder)).filter((name) => name.endsWith('.loaded')).length;

describe('the next site', () => {
  it('waits with its libraries loaded by the time that the first one answers', async () => {
    const go = join(folder, 'go');
    const libraries = [await aLibrary()];
    const first = sites.next({ entry: await aSite(go), libraries });
    await until('two have loaded their libraries', async () => (await loaded()) === 2);
    expect(existsSync(go)).toBe(false);
    await writeFile(go, '');
    expect(await first).toMatchObject({ address: 'a', outbox: 'o' });
  });

  it('is got ready beside the build, and once', async () => {
    const libraries = [await aLibrary()];
    sites.getReady(libraries);
    sites.getReady(libraries);
    await until('one has loaded its libraries', async () => (await loaded()) === 1);
    expect(await sites.next({ entry: await aSite(folder), libraries })).toMatchObject({ address: 'a' });
  });
});
