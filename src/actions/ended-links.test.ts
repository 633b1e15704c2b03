import { runMigrations } from 'graphile-worker';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handedOver } from '../../test/support/letters.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { langs } from '../config/langs.ts';
import { DEMONSTRATION, OPERATOR } from '../controllers/controllers.ts';
import type { Answer } from '../http/answer.ts';
import type { Handler } from '../http/request.ts';
import { answerPage, giveAnswers } from '../letters/answer-page.tsx';
import type { HandOver, Message } from '../mail/mail.ts';
import { type MailGateway, openMailGateway } from '../mail/mail-gateway.ts';
import { addresseePage, addresseeProofPage, askAddressee, proveAddressee } from '../representatives/addressee-page.tsx';
import { mailRenewedAddresseeLink } from '../representatives/mail-renewed-addressee-link.ts';
import { nobody, openLink, sealLink } from '../sealing/mailed-link.ts';
import { eraseSupporter } from '../supporters/erase.ts';
import { mailDataLink } from '../supporters/mail-data-link.ts';
import type { Tasks } from '../work/enqueue.ts';
import { type Action, findAction } from './action.ts';
import { confirmAction } from './confirm-action.ts';
import { confirm, confirmPage } from './confirm-page.tsx';
import { renewLink, renewLinkPage } from './ended-link.tsx';
import { mailRenewedLink } from './mail-renewed-link.ts';
import { statusPage, withdraw } from './status-page.tsx';

type LastingPurpose = 'confirm' | 'status' | 'answer' | 'addressee' | 'addressee-proof' | 'office' | 'office-proof';

const DAY = 86_400_000;
let platform: Platform;
let action: Action;
let channel: string;
let left: Message[] = [];
let outcome: HandOver = { outcome: 'accepted', reply: '250 ok' };
let post: MailGateway;
beforeAll(async () => {
  platform = await startPlatform();
  await runMigrations({ pgPool: platform.app.pool });
  post = {
    ...openMailGateway(platform.app),
    send: async (message) => {
      if (outcome.outcome === 'accepted') left.push(message);
      return outcome;
    },
  };
  action = await platform.offers('amina@mail.example', { kind: 'letter' });
  await confirmAction(platform.app, action, 'en');
  const { database } = platform.app;
  await database.updateTable('letters').set(handedOver()).execute();
  channel = (await database.selectFrom('channels').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(() => platform.stop());
beforeEach(async () => {
  left = [];
  outcome = { outcome: 'accepted', reply: '250 ok' };
  await platform.app.database.deleteFrom('mail_allowances').execute();
});

const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const requestTo = (handler: Handler, token: string, how: { purpose?: string; form?: Record<string, string> } = {}) =>
  handler(platform.request({ params: { token, purpose: how.purpose ?? '' }, form: new URLSearchParams(how.form) }));
const read = (answer: Answer) =>
  answer.kind === 'page' ? { status: answer.status, text: answer.html } : { status: 303, text: '' };

async function aRequest(): Promise<string> {
  const row = { channel_id: channel, kind: 'pause' };
  return (
    await platform.app.database.insertInto('addressee_requests').values(row).returning('id').executeTakeFirstOrThrow()
  ).id;
}

const pages: Readonly<Record<LastingPurpose, readonly [Handler, Handler]>> = {
  confirm: [confirmPage, confirm],
  status: [statusPage, withdraw],
  answer: [answerPage, giveAnswers],
  addressee: [addresseePage, askAddressee],
  'addressee-proof': [addresseeProofPage, proveAddressee],
  // In mails from before version 0.3.
  office: [addresseePage, askAddressee],
  'office-proof': [addresseeProofPage, proveAddressee],
};

async function tokenFor(purpose: LastingPurpose, madeAt: Date): Promise<string> {
  const { keys } = platform.app;
  if (purpose === 'addressee' || purpose === 'office') return sealLink(keys, purpose, nobody, channel, madeAt);
  if (purpose === 'addressee-proof' || purpose === 'office-proof')
    return sealLink(keys, purpose, nobody, await aRequest(), madeAt);
  return sealLink(keys, purpose, action.supporterKey, action.id, madeAt);
}

/** What became of every action and office, so that a change would show. */
async function everything() {
  const { database } = platform.app;
  return {
    actions: await database.selectFrom('actions').select(['id', 'state']).execute(),
    answers: await database.selectFrom('letters').select(['id', 'answer']).execute(),
    mailboxes: await database.selectFrom('mailboxes').select(['address', 'paused_because']).execute(),
    requests: (await database.selectFrom('addressee_requests').select('id').where('state', '=', 'done').execute())
      .length,
  };
}

describe.each(Object.keys(pages) as LastingPurpose[])('a link to %s', (purpose) => {
  const [show, change] = pages[purpose];
  const letter = async () =>
    (await platform.app.database.selectFrom('letters').select('id').executeTakeFirstOrThrow()).id;

  it('opens for a year, and then says kindly that it has ended', async () => {
    expect(read(await requestTo(show, await tokenFor(purpose, daysAgo(364)))).status).toBe(200);
    const token = await tokenFor(purpose, daysAgo(365));
    const ended = read(await requestTo(show, token));
    expect(ended.status).toBe(410);
    expect(ended.text).toContain(`action="/en/renew/${purpose}/${token}"`);
    expect(ended.text).not.toContain('@mail.example');
    expect(ended.text).not.toContain('minister@');
    expect(read(await requestTo(renewLinkPage, token, { purpose })).text).toContain('E-mail me a new link');
  });

  it('changes nothing once it has ended', async () => {
    const token = await tokenFor(purpose, daysAgo(400));
    const before = await everything();
    const form = { sure: '1', kind: 'pause', [`answer-${await letter()}`]: 'yes' };
    expect(read(await requestTo(change, token, { form })).status).toBe(410);
    expect(await everything()).toEqual(before);
  });

  it('opens nothing when it is dated in the future, as one is that was made while a clock was ahead', async () => {
    const token = await tokenFor(purpose, daysAgo(-1));
    expect(openLink(platform.app.keys, purpose, token)).toBeUndefined();
    const shown = await requestTo(show, token).then(read, () => ({ status: 404 }));
    expect(shown.status).toBe(404);
    await expect(requestTo(renewLink, token, { purpose })).rejects.toThrow();
  });

  it('is had anew by mail, once an hour, at the address that is known', async () => {
    const token = await tokenFor(purpose, daysAgo(400));
    const asked = read(await requestTo(renewLink, token, { purpose }));
    expect(asked.status).toBe(200);
    await doJobs();
    await requestTo(renewLink, token, { purpose });
    await doJobs();
    const toAddressee = /^(?:addressee|office)/.test(purpose);
    expect(left.map(({ to }) => to)).toEqual([toAddressee ? 'minister@justice.gov.example' : 'amina@mail.example']);
    const { text = '', headers } = await simpleParser(left[0]?.bytes ?? '');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    const [, path = '', fresh = ''] = /\/en\/(status|answer|addressees)\/(\S+)/.exec(text) ?? [];
    expect(path).toBe({ confirm: 'status', status: 'status', answer: 'answer' }[purpose as string] ?? 'addressees');
    const opened = { status: statusPage, answer: answerPage, addressees: addresseePage }[path];
    expect(opened && read(await requestTo(opened, fresh)).status).toBe(200);
  });

  it('is answered alike whether anything is known or not', async () => {
    const id = crypto.randomUUID();
    const unknown = sealLink(platform.app.keys, purpose, platform.keyOf('nobody@mail.example'), id, daysAgo(400));
    const known = await tokenFor(purpose, daysAgo(400));
    const [one, other] = [
      await requestTo(renewLink, known, { purpose }),
      await requestTo(renewLink, unknown, { purpose }),
    ];
    expect(one).toEqual(other);
    await doJobs();
    expect(left).toHaveLength(1);
    const { rows } = await platform.app.pool.query('SELECT payload::text FROM graphile_worker._private_jobs');
    expect(JSON.stringify(rows)).not.toContain('example');
  });
});

/** Does what the pages left to the runner. */
async function doJobs(): Promise<void> {
  const { rows } = await platform.app.pool.query<{ identifier: string; payload: unknown }>(
    `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t WHERE t.id = j.task_id
      RETURNING t.identifier, j.payload`,
  );
  for (const { identifier, payload } of rows)
    if (identifier === 'mail-renewed-link')
      await mailRenewedLink(platform.app, post, payload as Tasks['mail-renewed-link']);
    else if (identifier === 'mail-renewed-addressee-link')
      await mailRenewedAddresseeLink(platform.app, post, payload as Tasks['mail-renewed-addressee-link']);
}

describe('a renewed link', () => {
  const payload = (to: 'status' | 'answer', of: Action) =>
    ({ to, key: of.supporterKey.toString('hex'), act: of.id, lang: 'en' }) as const;

  it('is not mailed for an action that nobody confirmed, nor once it is erased', async () => {
    const unconfirmed = await platform.offers('unconfirmed@mail.example');
    await mailRenewedLink(platform.app, post, payload('status', unconfirmed));
    const erased = await platform.offers('erased@mail.example');
    await confirmAction(platform.app, erased, 'en');
    await eraseSupporter(platform.app, erased.supporterKey);
    await mailRenewedLink(platform.app, post, payload('status', erased));
    expect(left).toEqual([]);
  });

  it('counts for the mailbox, under whichever of its addresses', async () => {
    for (const tag of ['one', 'two']) {
      const tagged = await platform.offers(`bilal+${tag}@mail.example`);
      await confirmAction(platform.app, tagged, 'en');
      await mailRenewedLink(platform.app, post, payload('status', tagged));
    }
    expect(left).toHaveLength(1);
  });

  it('is tried again when the server says later', async () => {
    outcome = { outcome: 'deferred', reply: '451 later', because: 'receiver' };
    await expect(mailRenewedLink(platform.app, post, payload('status', action))).rejects.toThrow('deferred');
    outcome = { outcome: 'accepted', reply: '250 ok' };
    await mailRenewedLink(platform.app, post, payload('answer', action));
    expect(left).toHaveLength(1);
  });

  it.each(langs)('is offered in %s', async (lang) => {
    const token = await tokenFor('status', daysAgo(400));
    const page = read(await statusPage(platform.request({ lang, params: { token } })));
    expect(page.text).toContain(`action="/${lang}/renew/status/${token}"`);
  });
});

describe('a link to what was tried in a demonstration, once an operator is named', () => {
  const purposes = ['confirm', 'status', 'answer'] as const;

  it.each(purposes)('to %s offers no mail that never comes, and says how the data goes', async (purpose) => {
    const { database } = platform.app;
    const set = (controller_id: string) => database.updateTable('actions').set({ controller_id }).execute();
    await set(DEMONSTRATION);
    try {
      const token = await tokenFor(purpose, daysAgo(400));
      for (const handler of [pages[purpose][0], renewLinkPage, renewLink]) {
        const page = read(await requestTo(handler, token, { purpose }));
        expect(page.status).toBe(410);
        expect(page.text).not.toContain('/renew/');
        expect(page.text).toContain('no new link is sent');
        expect(page.text).toContain('href="/en/my-data"');
      }
    } finally {
      await set(OPERATOR);
    }
  });

  it('can have its data seen and deleted by the link that is mailed on request', async () => {
    const tried = await platform.offers('tried@mail.example', { kind: 'pledge' });
    await confirmAction(platform.app, tried, 'en');
    await platform.app.database
      .updateTable('actions')
      .set({ controller_id: DEMONSTRATION })
      .where('id', '=', tried.id)
      .execute();
    const status = read(
      await requestTo(statusPage, sealLink(platform.app.keys, 'status', tried.supporterKey, tried.id)),
    );
    expect(status.text).toContain('href="/en/my-data"');
    await mailDataLink(platform.app, post, { key: tried.supporterKey.toString('hex'), lang: 'en' });
    const { text = '' } = await simpleParser(left[0]?.bytes ?? '');
    expect(text).toMatch(/\/en\/my-data\/[\w-]+/);
    await eraseSupporter(platform.app, tried.supporterKey);
    expect(await findAction(platform.app, tried.supporterKey, tried.id)).toBeUndefined();
  });
});

describe('a link that leads on', () => {
  it('gives none that works longer than itself', async () => {
    const old = daysAgo(200);
    const madeAt = (to: string) => openLink(platform.app.keys, 'status', to.split('/').at(-1) ?? '')?.madeAt.getTime();
    const seconds = Math.floor(old.getTime() / 1_000) * 1_000;
    for (const [handler, purpose] of [
      [confirm, 'confirm'],
      [giveAnswers, 'answer'],
    ] as const) {
      const answer = await requestTo(handler, await tokenFor(purpose, old));
      expect(answer.kind === 'redirect' && madeAt(answer.to)).toBe(seconds);
    }
  });
});
