import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailRound } from '../../test/support/mail-round.ts';
import { addresseeWithMail } from '../../test/support/representatives.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { fieldValue, Supporter } from '../../test/support/supporter.ts';
import { undoTimeIsOver } from '../../test/support/undo-time.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { openMailGateway } from '../mail/mail-gateway.ts';
import { resume } from '../representatives/pauses.ts';
import { deliverLetters, recoverDeliveries } from './deliver-letters.ts';
import { askWriters } from './follow-up.ts';
import { redirectEndedAddresses } from './redirect-ended-addresses.ts';
import { decideLetter, heldLetters } from './review.ts';
import { sendDigests } from './send-digests.ts';

const ministry = 'minister@justice.gov.example';
let site: Site;
let minister: string;
beforeEach(async () => {
  site = await startSite();
  minister = await addresseeWithMail(site, 'justice-minister', ministry);
});
afterEach(() => site.stop());

const letters = () =>
  site.fresh.database
    .selectFrom('letters')
    .select(['id', 'state', 'reply', 'attempts', 'answer'])
    .orderBy('id')
    .execute();
const arrived = () => site.mail.received.filter(({ to }) => to === ministry);

async function confirmedLetter(): Promise<{ supporter: Supporter; status: string }> {
  const supporter = new Supporter(site);
  await supporter.writesTo([minister]);
  return { supporter, status: (await supporter.confirms()).url };
}

const allAre = (state: string) =>
  until(`every letter is ${state}`, async () => (await letters()).every((letter) => letter.state === state));
const firstReply = () => until('a reply is recorded', async () => (await letters())[0]?.reply);

describe('a receiving server', () => {
  it('that knows no such mailbox gets no other letter until somebody has looked', async () => {
    site.mail.behave.recipient = (address) =>
      address === ministry ? { code: 550, words: `5.1.1 <${ministry}> unknown` } : undefined;
    await confirmedLetter();
    await allAre('refused');
    expect(await letters()).toMatchObject([{ state: 'refused', reply: expect.stringContaining('5.1.1') }]);
    expect((await letters())[0]?.reply).not.toContain(ministry);
    expect(await site.fresh.database.selectFrom('mailboxes').select('paused_because').execute()).toEqual([
      { paused_because: 'unknown-mailbox' },
    ]);
    await confirmedLetter();
    await mailRound(site);
    expect((await letters())[1]?.state).toBe('waiting');
  });

  it('that refuses us for its policy pauses its whole domain, and the operator is told', async () => {
    site.mail.behave.recipient = (address) =>
      address === ministry ? { code: 554, words: '5.7.1 not from you' } : undefined;
    const { status } = await confirmedLetter();
    const statusShown = async () => (await fetch(`${site.url}${status}`)).text();
    await firstReply();
    expect(await letters()).toMatchObject([{ state: 'waiting' }]);
    expect(await site.fresh.database.selectFrom('receiving_domains').select('paused_at').execute()).toEqual([
      { paused_at: expect.any(Date) },
    ]);
    expect(await site.fresh.database.selectFrom('alerts').select(['kind', 'subject']).execute()).toEqual([
      { kind: 'domain-refuses-us', subject: 'justice.gov.example' },
    ]);
    expect(await statusShown()).toContain('is not accepting mail at the moment');
    site.mail.behave.recipient = () => undefined;
    expect(await resume(site.fresh.database, 'justice.gov.example', SYSTEM)).toBe(true);
    expect(await resume(site.fresh.database, 'justice.gov.example', SYSTEM)).toBe(false);
    expect(await statusShown()).not.toContain('is not accepting mail at the moment');
    await site.fresh.pool.query(`UPDATE letters SET due_at = now()`);
    await site.fresh.pool.query(`UPDATE delivery_queues SET next_at = now()`);
    await allAre('handed-over');
  });

  it('that asks to wait is tried later, and the letter stays whole', async () => {
    site.mail.behave.recipient = (address) =>
      address === ministry ? { code: 451, words: '4.7.1 greylisted' } : undefined;
    await confirmedLetter();
    await firstReply();
    expect(await letters()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    site.mail.behave.recipient = () => undefined;
    await site.fresh.pool.query(`UPDATE letters SET due_at = now()`);
    await site.fresh.pool.query(`UPDATE delivery_queues SET next_at = now()`);
    await allAre('handed-over');
    expect(arrived()).toHaveLength(1);
  });

  it('that hangs up after the body leaves the letter unknown, and it is never sent again', async () => {
    site.mail.behave.body = (raw) =>
      raw.includes('Bcc') || !raw.includes(ministry) ? undefined : { code: 421, words: 'going away' };
    await confirmedLetter();
    await allAre('unknown');
    site.mail.behave.body = () => undefined;
    await recoverDeliveries(site.running.app);
    await site.fresh.pool.query(`UPDATE delivery_queues SET next_at = now()`);
    await mailRound(site);
    expect(await letters()).toMatchObject([{ state: 'unknown' }]);
    expect(arrived()).toHaveLength(0);
  });
});

describe('two workers at once', () => {
  it('hand each letter over once', async () => {
    const rival = openMailGateway(site.running.app, () => true);
    await Promise.all(Array.from({ length: 6 }, confirmedLetter));
    await Promise.all(Array.from({ length: 10 }, () => deliverLetters(site.running.app, rival)));
    await allAre('handed-over');
    await rival.close();
    const writers = arrived().map(({ mail }) => mail.replyTo?.value[0]?.address);
    expect(new Set(writers).size).toBe(6);
    expect(writers).toHaveLength(6);
  });
});

describe('a crash', () => {
  it('before the body lets the letter go on, in the middle of it leaves it unknown', async () => {
    await site.fresh.database
      .updateTable('mailboxes')
      .set({ paused_at: new Date(), paused_because: 'staff' })
      .execute();
    await confirmedLetter();
    await confirmedLetter();
    const [first, second] = await letters();
    const long = new Date(Date.now() - 3_600_000);
    const claimed = { claim: randomUUID(), attempts: 1, created_at: long, confirmed_at: long, claimed_at: long };
    await site.fresh.database
      .updateTable('letters')
      .set({ state: 'claimed', ...claimed })
      .where('id', '=', first?.id ?? '')
      .execute();
    await site.fresh.database
      .updateTable('letters')
      .set({ state: 'handing-over', bounce_id: randomBytes(10), ...claimed })
      .where('id', '=', second?.id ?? '')
      .execute();
    await recoverDeliveries(site.running.app);
    expect((await letters()).map(({ state }) => state)).toEqual(['waiting', 'unknown']);
  });
});

describe('a letter that a person must look at', () => {
  it('waits, is told to its writer, and leaves once it is released', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([minister], { why: 'Look at www.site.example please' });
    const shown = await supporter.opens(await supporter.confirmationLink());
    expect(shown.text).toContain('A person will read this letter');
    await supporter.confirms();
    await mailRound(site);
    expect(arrived()).toHaveLength(0);
    const [held] = await heldLetters(site.running.app);
    expect(held?.body).toContain('www.site.example');
    expect(await decideLetter(site.running.app, held?.id ?? '', { by: SYSTEM })).toBe(true);
    expect(await decideLetter(site.running.app, held?.id ?? '', { by: SYSTEM })).toBe(false);
    await mailRound(site);
    expect(arrived()).toHaveLength(0);
    await undoTimeIsOver(site.fresh.pool);
    await allAre('handed-over');
    expect(arrived()).toHaveLength(1);
  });

  it('is listed beside one whose words were moved to another row, and can’t be opened', async () => {
    for (const _ of [1, 2]) {
      const supporter = new Supporter(site);
      await supporter.writesTo([minister], { why: 'Look at www.site.example please' });
      await supporter.confirms();
    }
    const [whole, moved] = await heldLetters(site.running.app);
    const { pool } = site.fresh;
    await pool.query('UPDATE letters SET text_sealed = (SELECT text_sealed FROM letters WHERE id = $1) WHERE id = $2', [
      whole?.id,
      moved?.id,
    ]);
    const listed = await heldLetters(site.running.app);
    expect(listed.map(({ body }) => body)).toEqual([whole?.body, '']);
    expect(listed[1]?.subject).toContain('can’t be opened');
    for (const { id } of listed) await decideLetter(site.running.app, id, { by: SYSTEM, refuse: 'It is a test.' });
  });

  it('is refused with a reason that its writer gets', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([minister], { why: 'We know where you live' });
    await supporter.confirms();
    const [held] = await heldLetters(site.running.app);
    await decideLetter(site.running.app, held?.id ?? '', { by: SYSTEM, refuse: 'It threatens somebody.' });
    await undoTimeIsOver(site.fresh.pool);
    const mail = await supporter.readsMail((one) => one.mail.text?.includes('It threatens somebody.') ?? false);
    expect(mail.mail.headers.get('auto-submitted')).toBe('auto-generated');
    const status = /https?:\S+\/status\/\S+/.exec(mail.mail.text ?? '')?.[0] ?? '';
    const { text } = await supporter.opens(new URL(status).pathname);
    expect(text).toContain('We did not send it, for this reason: <bdi>It threatens somebody.</bdi>');
    expect(text).not.toContain('The receiving server said');
    expect(text).toContain('We know where you live');
    expect(arrived()).toHaveLength(0);
  });
});

describe('an office', () => {
  it('that proved to want one mail a day gets one, with every letter in it', async () => {
    const { supporter } = await confirmedLetter();
    await allAre('handed-over');
    const office = /https?:\S+\/addressees\/\S+/.exec(arrived()[0]?.mail.text ?? '')?.[0] ?? '';
    expect((await supporter.opens(new URL(office).pathname)).text).toContain(ministry);
    await supporter.posts(new URL(office).pathname, [['kind', 'digest']]);
    await until('a link to prove it', () => arrived().length >= 2);
    const proof = new URL(/https?:\S+\/addressees\/confirm\/\S+/.exec(arrived()[1]?.mail.text ?? '')?.[0] ?? '')
      .pathname;
    await supporter.opens(proof);
    expect(await site.fresh.database.selectFrom('mailboxes').select('delivery').execute()).toEqual([
      { delivery: 'each' },
    ]);
    await supporter.posts(proof, []);
    expect(await site.fresh.database.selectFrom('mailboxes').select('delivery').execute()).toEqual([
      { delivery: 'digest' },
    ]);

    const others = (await Promise.all([confirmedLetter(), confirmedLetter()])).map(({ supporter: one }) => one);
    await mailRound(site);
    const before = arrived().length;
    const post = openMailGateway(site.running.app, () => true);
    await sendDigests(site.running.app, post);
    await post.close();
    expect(arrived()).toHaveLength(before + 1);
    for (const { email } of others) expect(arrived().at(-1)?.mail.text).toContain(email);
    expect((await letters()).every(({ state }) => state === 'handed-over')).toBe(true);
  });
});

describe('after three weeks', () => {
  it('the writer is asked once whether an answer came, and can say so', async () => {
    const { supporter } = await confirmedLetter();
    await allAre('handed-over');
    const post = openMailGateway(site.running.app, () => true);
    const later = new Date(Date.now() + 22 * 86_400_000);
    expect(await askWriters(site.running.app, post, new Date())).toBe(0);
    expect(await askWriters(site.running.app, post, later)).toBe(1);
    expect(await askWriters(site.running.app, post, later)).toBe(0);
    await post.close();
    const { mail } = await supporter.readsMail((one) => /\/answer\//.test(one.mail.text ?? ''));
    const link = new URL(/https?:\S+\/answer\/\S+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
    const page = await supporter.opens(link);
    const field = /name="(answer-[^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(fieldValue(page.text, field)).toBe('yes');
    await supporter.posts(link, [[field, 'yes']]);
    expect(await letters()).toMatchObject([{ answer: 'yes' }]);
  });
});

describe('a letter whose addressee has left', () => {
  const ends = (days: number) =>
    site.fresh.database
      .updateTable('channels')
      .set({ ended_at: new Date(Date.now() - days * 86_400_000) })
      .execute();

  it('waits a day, then ends, and its writer is told', async () => {
    site.mail.behave.recipient = (address) => (address === ministry ? { code: 451, words: '4.2.1 later' } : undefined);
    const { supporter, status } = await confirmedLetter();
    await firstReply();
    await ends(0.5);
    expect(await redirectEndedAddresses(site.running.app)).toBe(0);
    await ends(2);
    expect(await redirectEndedAddresses(site.running.app)).toBe(1);
    expect(await letters()).toMatchObject([{ state: 'left-office' }]);
    await supporter.readsMail(({ mail }) => mail.subject === 'Your letter was not sent: United by Common Bonds');
    expect((await supporter.opens(status)).text).toContain('left office before your letter');
  });

  it('follows the same office-holder to a new address', async () => {
    site.mail.behave.recipient = (address) => (address === ministry ? { code: 451, words: '4.2.1 later' } : undefined);
    await confirmedLetter();
    await firstReply();
    await ends(0);
    await site.fresh.database
      .insertInto('channels')
      .values({ representative_id: minister, kind: 'email', value: 'new@justice.gov.example' })
      .execute();
    await site.fresh.database.updateTable('letters').set({ due_at: new Date() }).execute();
    expect(await redirectEndedAddresses(site.running.app)).toBe(0);
    await allAre('handed-over');
    expect(site.mail.received.filter(({ to }) => to === 'new@justice.gov.example')).toHaveLength(1);
  });
});
