import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import { type Running, startProcess } from '../../src/main.ts';
import { freePort } from '../support/free-port.ts';
import { answersReady } from '../support/product.ts';
import { smallDisk } from '../support/small-disk.ts';
import { fieldValue } from '../support/supporter.ts';
import { until } from '../support/until.ts';

const disk = await smallDisk();

/** A small disk of its own needs the right to mount one. */
describe.skipIf(!disk)('a full disk', () => {
  let running: Running;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    const settings = readSettings(
      {
        PORT: String(port),
        DATA_DIR: disk?.folder,
        OUTBOX_PORT: '0',
        LOG_LEVEL: 'silent',
        TRUSTED_PROXIES: '127.0.0.1',
      },
      root,
    );
    running = await startProcess(settings, { web: true, work: false }, () => {});
    url = settings.PUBLIC_URL;
  });
  afterAll(() => running.stop());

  let count = 0;
  const pledge = { state: 'KEN', name: 'Amina & "K."', kind: 'public', organisation: '' };
  const joins = () => {
    count += 1;
    return fetch(`${url}/fr/campaigns/united-by-common-bonds/join`, {
      method: 'POST',
      body: new URLSearchParams({ ...pledge, email: `amina.${count}@mail.example` }),
      headers: { 'x-forwarded-for': `10.1.${Math.floor(count / 200)}.${1 + (count % 200)}` },
      redirect: 'manual',
    });
  };
  const stored = async () => (await running.app.pool.query('SELECT count(*)::int AS n FROM actions')).rows[0].n;

  it('costs nobody what they typed, and the site mends itself once there is room', async () => {
    expect((await joins()).status).toBe(303);
    const empty = await disk?.fill();
    let taken = 1;
    let answer = await joins();
    for (; answer.status === 303 && count < 2_000; answer = await joins()) taken += 1;
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).toContain('rien n’est perdu');
    for (const [name, value] of Object.entries(pledge)) expect(fieldValue(page, name)).toBe(value);

    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, 'the disk of the database is full\n']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    await empty?.();
    await until('the site is ready again', () => answersReady(url));
    expect((await joins()).status).toBe(303);
    expect(await stored()).toBe(taken + 1);
  });
});

afterAll(() => disk?.remove());
