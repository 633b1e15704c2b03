import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/config/root.ts';

/** Runs a verb that says when it has started, and asks it to end. */
async function endOf(end: string, endWithin: number) {
  const program = `
    import { runUntilStopped } from ${JSON.stringify(join(root, 'bin/lifecycle.ts'))};
    const forever = setInterval(() => {}, 1_000);
    await runUntilStopped(async () => ${end}, ${endWithin});
    console.log('started');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  const said = text(child.stderr);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  return { code, said: await said };
}

describe('a verb that is asked to end', () => {
  it('ends once what it does has ended', async () => {
    expect(await endOf('async () => {}', 60_000)).toEqual({ code: 0, said: '' });
  });

  it('ends, too, where that would never come, and says so', async () => {
    const { code, said } = await endOf('() => new Promise(() => {})', 200);
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/^common-bonds: .*did not end within 0.2 s/),
    });
  });
});
