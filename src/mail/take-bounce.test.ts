import nodemailer from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addresseeWithMail } from '../../test/support/representatives.ts';
import { deliveryReport, plainMail, recipient } from '../../test/support/returned-mail.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { Supporter } from '../../test/support/supporter.ts';
import { SYSTEM } from '../actors/actors.ts';
import { recordEnd } from '../letters/delivery-queries.ts';
import { pauses, resume } from '../representatives/pauses.ts';
import { supporterKey } from '../sealing/sealing.ts';
import { eraseSupporter } from '../supporters/erase.ts';
import { startBounceListener } from './bounce-listener.ts';
import { forgetOldReturned, readReturned, returnedMails, settleReturned } from './returned-mails.ts';
import { takeBounce } from './take-bounce.ts';

const OFFICE = 'minister@justice.gov.example';

let site: Site;
let supporter: Supporter;
let returnPath: string;
let question: string;

beforeAll(async () => {
  site = await startSite();
  const minister = await addresseeWithMail(site, 'justice-minister', OFFICE);
  supporter = new Supporter(site);
  await supporter.writesTo([minister]);
  await supporter.confirms();
  await vi.waitFor(() => expect(sentTo(OFFICE)).not.toBe(''), { timeout: 15_000 });
  returnPath = sentTo(OFFICE);
  question = sentTo(supporter.email);
  await vi.waitFor(async () => expect(await letter()).toMatchObject({ state: 'handed-over' }), { timeout: 15_000 });
});
afterAll(() => site.stop());

/** As if nothing had come back yet. */
beforeEach(async () => {
  const { database } = site.fresh;
  await database.updateTable('letters').set({ state: 'handed-over', bounced_at: null, reply: '250 ok' }).execute();
  for (const { what } of await pauses(database)) await resume(database, what, SYSTEM);
  await database.deleteFrom('alerts').execute();
  await database.deleteFrom('returned_mails').execute();
});

const sentTo = (address: string) => site.mail.received.find(({ to }) => to === address)?.from ?? '';
const take = (raw: Buffer, to = returnPath) => takeBounce(site.running.app, raw, to);
const letter = () => site.fresh.database.selectFrom('letters').select(['state', 'reply']).executeTakeFirstOrThrow();
const paused = async () => (await pauses(site.fresh.database)).map(({ what }) => what);
const alerts = async () => {
  const rows = await site.fresh.database.selectFrom('alerts').select('kind').where('settled_at', 'is', null).execute();
  return rows.map(({ kind }) => kind);
};
const failed = (status: string, diagnostic?: string) =>
  deliveryReport({ fields: recipient('failed', status, diagnostic, OFFICE) });

describe('a letter that comes back', () => {
  it('from a mailbox that is not there pauses it', async () => {
    expect(await take(failed('5.1.10', `550 5.1.10 <${OFFICE}> not found`))).toBe('letter');
    expect(await letter()).toEqual({ state: 'bounced', reply: '550 5.1.10 … not found' });
    expect(await paused()).toEqual([OFFICE]);
  });

  it('for the receiver’s policy pauses its domain, and the operator is told', async () => {
    await take(failed('5.0.0', '550 5.7.26 not authenticated'));
    expect(await letter()).toMatchObject({ state: 'bounced' });
    expect(await paused()).toEqual(['justice.gov.example']);
    expect(await alerts()).toEqual(['domain-refuses-us']);
  });

  it.each([
    ['5.2.2', '552 5.2.2 mailbox full', []],
    ['5.1.8', '550 5.1.8 sender refused', []],
    ['5.1.0', '550 5.1.0 refused', []],
    ['5.7.1', '554 5.7.1 Relay access denied', ['relay-returned-mail']],
  ])('with %s (%s) pauses nothing', async (status, diagnostic, told) => {
    expect(await take(failed(status, diagnostic))).toBe('letter');
    expect(await letter()).toMatchObject({ state: 'bounced' });
    expect(await paused()).toEqual([]);
    expect(await alerts()).toEqual(told);
  });

  it('while it is being handed over is not overwritten by the end of the hand-over', async () => {
    const { database } = site.fresh;
    const claim = crypto.randomUUID();
    await database
      .updateTable('letters')
      .set({ state: 'handing-over', claim, handed_over_at: null, due_at: new Date() })
      .execute();
    const held = await database.selectFrom('letters').select(['supporter_key', 'id']).executeTakeFirstOrThrow();
    await take(failed('5.1.1', '550 5.1.1 no such user'));
    await recordEnd(database, { ...held, claim }, 'handed-over', '250 taken', new Date());
    expect(await letter()).toEqual({ state: 'bounced', reply: '550 5.1.1 no such user' });
  });

  it('in words that nobody makes out is kept, sealed, for whoever runs this, and its writer is told that it came back', async () => {
    const { app } = site.running;
    expect(await take(plainMail('Grüße vom Server', { subject: 'Hinweis' }))).toBe('not-understood');
    expect(await letter()).toEqual({ state: 'bounced', reply: null });
    const [kept] = await returnedMails(app.database);
    expect(kept).toMatchObject({ kind: 'not-understood' });
    const row = await app.database.selectFrom('returned_mails').select('message_sealed').executeTakeFirstOrThrow();
    expect(row.message_sealed.toString('latin1')).not.toContain('Hinweis');
    expect(await readReturned(app, kept?.id ?? '')).toContain('Hinweis');
    expect(await (await fetch(`${site.url}/metrics`)).text()).toMatch(
      /^returned_mails_unread\{kind="not-understood"\} 1$/m,
    );
    expect(await settleReturned(app.database, kept?.id ?? '', SYSTEM)).toBe(true);
    expect(await returnedMails(app.database)).toEqual([]);
  });

  it('with a reason in words that may name people keeps only the code', async () => {
    const text = `Dear Amina, I wasn't able to deliver your message.\r\n<${OFFICE}>:\r\nSorry, Jane Clerk has no mailbox here. (#5.1.1)`;
    expect(await take(plainMail(text))).toBe('letter');
    expect(await letter()).toEqual({ state: 'bounced', reply: '5.1.1' });
    expect(await paused()).toEqual([OFFICE]);
    expect(await returnedMails(site.fresh.database)).toEqual([]);
  });

  it('for a reason that is not told is kept too', async () => {
    expect(await take(plainMail('It could not be delivered to Jane Clerk.'))).toBe('letter');
    expect(await letter()).toEqual({ state: 'bounced', reply: null });
    expect(await returnedMails(site.fresh.database)).toMatchObject([{ kind: 'not-understood' }]);
  });

  it('without a reason, and then with one, has that', async () => {
    await take(plainMail('Grüße', { subject: 'Hinweis' }));
    await take(failed('5.1.1', '550 5.1.1 no such user'));
    expect(await letter()).toEqual({ state: 'bounced', reply: '550 5.1.1 no such user' });
    await take(plainMail('Grüße', { subject: 'Hinweis' }));
    expect(await letter()).toEqual({ state: 'bounced', reply: '550 5.1.1 no such user' });
    expect(await paused()).toEqual([OFFICE]);
  });

  it('keeps a pause that its office asked for', async () => {
    const { database } = site.fresh;
    await database
      .updateTable('mailboxes')
      .set({ paused_at: new Date(), paused_because: 'asked-by-addressee' })
      .execute();
    await take(failed('5.1.1'));
    expect((await pauses(database)).map(({ because }) => because)).toEqual(['asked-by-addressee']);
  });
});

describe('a mail to a return path that is no bounce', () => {
  it('changes nothing: an answer is kept for whoever runs this, a holiday notice is not', async () => {
    const answer = plainMail(`Thank you.\r\n> Action: failed\r\n> Status: 5.1.1`, { from: OFFICE });
    expect(await take(answer)).toBe('no-report');
    expect(await returnedMails(site.fresh.database)).toMatchObject([{ kind: 'answer' }]);
    const away = plainMail('Away', { from: OFFICE, headers: ['Auto-Submitted: auto-replied'] });
    expect(await take(away)).toBe('no-report');
    expect(await returnedMails(site.fresh.database)).toHaveLength(1);
    expect(await letter()).toEqual({ state: 'handed-over', reply: '250 ok' });
  });

  it('or a late one, or one that arrived, changes nothing', async () => {
    for (const action of ['delayed', 'relayed', 'delivered'])
      expect(await take(deliveryReport({ fields: recipient(action, '2.0.0', undefined, OFFICE) }))).toBe('not-final');
    expect(await letter()).toEqual({ state: 'handed-over', reply: '250 ok' });
  });

  it('is kept three times at most', async () => {
    for (let time = 0; time < 5; time += 1) await take(plainMail('Thank you.', { from: OFFICE }));
    expect(await returnedMails(site.fresh.database)).toHaveLength(3);
  });

  it('is forgotten after 30 days, and with the supporter whose letter it was', async () => {
    const { app } = site.running;
    await take(plainMail('Thank you.', { from: OFFICE }));
    await forgetOldReturned(app.database, new Date(Date.now() + 29 * 86_400_000));
    expect(await returnedMails(app.database)).toHaveLength(1);
    await forgetOldReturned(app.database, new Date(Date.now() + 31 * 86_400_000));
    expect(await returnedMails(app.database)).toHaveLength(0);
  });
});

describe('a complaint', () => {
  const complaint = (type: string) =>
    deliveryReport({
      to: 'complaints@letters.coalition.internal',
      container: 'multipart/report; report-type=feedback-report',
      reportType: 'message/feedback-report',
      fields: [`Feedback-Type: ${type}`, 'User-Agent: Loop/1.0', 'Version: 1'],
      returned: [`Return-Path: <${returnPath}>`, 'Subject: A letter'],
    });

  it('about a letter is known by the return path in what it encloses, pauses its mailbox, and the operator is told', async () => {
    expect(await takeBounce(site.running.app, complaint('abuse'))).toBe('complaint');
    expect(await letter()).toMatchObject({ state: 'handed-over' });
    expect(await paused()).toEqual([OFFICE]);
    expect(await alerts()).toEqual(['complaint']);
    await resume(site.fresh.database, OFFICE, SYSTEM);
    expect(await alerts()).toEqual([]);
  });

  it('about a letter is known where what it encloses is encoded', async () => {
    const head = 'Content-Type: text/rfc822-headers\r\n';
    const [before = '', after = ''] = complaint('abuse').toString().split(`${head}\r\n`);
    const [returned = '', end = ''] = after.split('\r\n--part--');
    const encoded = Buffer.from(returned).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
    const raw = `${before}${head}Content-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n--part--${end}`;
    expect(await takeBounce(site.running.app, Buffer.from(raw))).toBe('complaint');
    expect(await paused()).toEqual([OFFICE]);
  });

  it.each(['not-spam', 'auth-failure'])('that is none (%s) pauses nothing', async (type) => {
    expect(await takeBounce(site.running.app, complaint(type))).toBe('no-report');
    expect(await paused()).toEqual([]);
  });
});

describe('a confirmation that comes back', () => {
  it('is told by its action', async () => {
    expect(await take(failed('5.1.1'), question)).toBe('confirmation');
    const action = await site.fresh.database.selectFrom('actions').select('mail_state').executeTakeFirstOrThrow();
    expect(action.mail_state).toBe('bounced');
    expect(await paused()).toEqual([]);
  });
});

describe('the listener', () => {
  it('takes what is larger than it looks at, complaints with a return path of ours, and nothing else', async () => {
    const { app } = site.running;
    const listener = await startBounceListener({ ...app, settings: { ...app.settings, BOUNCE_PORT: 0 } });
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
    const send = (to: string, raw: Buffer) => transport.sendMail({ envelope: { from: '', to }, raw });
    const large = Buffer.concat([failed('5.1.1'), Buffer.alloc(3_000_000, 'a line of a letter\r\n')]);
    await send(returnPath, large);
    expect(await letter()).toMatchObject({ state: 'bounced' });
    const complaints = 'complaints@letters.coalition.internal';
    await expect(send(complaints, plainMail('Buy this'))).rejects.toThrow(/no mail of ours/);
    await expect(send('desk@letters.coalition.internal', failed('5.1.1'))).rejects.toThrow(/5\.1\.1/);
    await expect(send(returnPath, Buffer.alloc(11_000_000, 'a line of a letter\r\n'))).rejects.toThrow(/552|size/i);
    transport.close();
    await listener.stop();
  });
});

describe('erasing a supporter', () => {
  it('takes what came back for their letters along', async () => {
    await take(plainMail('Thank you.', { from: OFFICE }));
    await eraseSupporter(site.running.app, supporterKey(site.running.app.keys, supporter.email));
    expect(await returnedMails(site.fresh.database)).toEqual([]);
  });
});
