import { runMigrations } from 'graphile-worker';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import type { HandOver, Message } from '../mail/mail.ts';
import { type MailGateway, openMailGateway } from '../mail/mail-gateway.ts';
import { openLink } from '../sealing/mailed-link.ts';
import { askData } from './data-link.tsx';
import { mailDataLink } from './mail-data-link.ts';

let platform: Platform;
let post: MailGateway;
let answer: HandOver = { outcome: 'accepted', reply: '250 ok' };
const left: Message[] = [];

beforeAll(async () => {
  platform = await startPlatform();
  await runMigrations({ connectionString: platform.fresh.url });
  post = {
    ...openMailGateway(platform.app),
    send: async (message) => {
      if (answer.outcome === 'accepted') left.push(message);
      return answer;
    },
  };
});
afterAll(() => platform.stop());

const ask = (email: string) => askData(platform.request({ form: new URLSearchParams({ email }) }));
const mailTo = (email: string, now?: Date) =>
  mailDataLink(platform.app, post, { key: platform.keyOf(email).toString('hex'), lang: 'en' }, now);
const mailsTo = (email: string) => left.filter(({ to }) => to === email);

describe('asking for one’s data', () => {
  it('is answered alike whether anything is held or not, and leaves a job that names nobody', async () => {
    await platform.offers('known@mail.example');
    const [known, unknown] = [await ask('known@mail.example'), await ask('unknown@mail.example')];
    expect(known).toEqual(unknown);
    const { rows } = await platform.app.pool.query('SELECT payload::text FROM graphile_worker._private_jobs');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('mail.example');
  });

  it('shows an address that is understood otherwise than it was typed', async () => {
    expect(await ask('known@MAIL.example')).toMatchObject({ html: expect.stringContaining('known@mail.example') });
  });

  it('refuses what is no address, and gives it back', async () => {
    const page = await ask('known@mail.example, all@mail.example');
    expect(page).toMatchObject({ kind: 'page', status: 422 });
  });
});

describe('the mail with the link', () => {
  it('goes to who is known, with a link to their data alone, at most once an hour', async () => {
    const now = new Date();
    await Promise.all([mailTo('known@mail.example', now), mailTo('known@mail.example', now)]);
    await mailTo('unknown@mail.example', now);
    expect(left.map(({ to }) => to)).toEqual(['known@mail.example']);
    const mail = await simpleParser(left[0]?.bytes ?? '');
    const token = /\/en\/my-data\/(\S+)/.exec(mail.text ?? '')?.[1] ?? '';
    expect(openLink(platform.app.keys, 'my-data', token)?.supporterKey).toEqual(platform.keyOf('known@mail.example'));
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    await mailTo('known@mail.example', new Date(now.getTime() + 3_599_000));
    expect(mailsTo('known@mail.example')).toHaveLength(1);
    await mailTo('known@mail.example', new Date(now.getTime() + 3_600_000));
    expect(mailsTo('known@mail.example')).toHaveLength(2);
  });

  it('is tried again when the server says later', async () => {
    await platform.offers('later@mail.example');
    answer = { outcome: 'deferred', reply: '451 later', because: 'receiver' };
    await expect(mailTo('later@mail.example')).rejects.toThrow(/deferred/);
    answer = { outcome: 'accepted', reply: '250 ok' };
    await mailTo('later@mail.example');
    expect(mailsTo('later@mail.example')).toHaveLength(1);
  });
});
