import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startMailSink } from '../../test/support/mail.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { until } from '../../test/support/until.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { sendConfirmations } from '../actions/send-confirmations.ts';
import { type MailGateway, openMailGateway } from '../mail/mail-gateway.ts';
import { deliverLetters } from './deliver-letters.ts';

const TIMEOUTS = { connect: 2_000, greeting: 2_000, answer: 500, body: 500 };

let platform: Platform;
let mail: Awaited<ReturnType<typeof startMailSink>>;
let post: MailGateway;
beforeAll(async () => {
  mail = await startMailSink();
  platform = await startPlatform({
    SMTP_URL: mail.url,
    MAIL_DOMAIN: 'letters.coalition.internal',
    PUBLIC_URL: 'http://localhost:1',
  });
  post = openMailGateway(platform.app, { mayLeave: () => true, timeouts: TIMEOUTS, firstPause: 50 });
});
afterEach(async () => {
  mail.received.splice(0);
  mail.behave = { recipient: () => undefined, body: () => undefined };
  await query('DELETE FROM letters');
  await query('DELETE FROM actions');
});
afterAll(async () => {
  await post.close();
  await mail.stop();
  await platform.stop();
});

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;
const never = () => new Promise<undefined>(() => {});

/** A confirmed letter to each of these addresses. */
async function lettersTo(addresses: readonly string[]): Promise<void> {
  for (const [n, address] of addresses.entries()) {
    const action = await platform.offers(`writer-${n}-${crypto.randomUUID().slice(0, 8)}@mail.example`, {
      kind: 'letter',
    });
    await query(
      `INSERT INTO channels (representative_id, kind, value)
      SELECT id, 'email', $1 FROM representatives ORDER BY id LIMIT 1 ON CONFLICT DO NOTHING`,
      [address],
    );
    await query('UPDATE letters SET channel_id = (SELECT id FROM channels WHERE value = $1) WHERE action_id = $2', [
      address,
      action.id,
    ]);
    await confirmAction(platform.app, action, 'en');
  }
  await query('UPDATE mailboxes SET hourly_budget = 3600000');
  await query('UPDATE receiving_domains SET hourly_budget = 3600000, next_at = now()');
  await query('UPDATE delivery_queues SET next_at = now()');
}

const lettersAt = async (domain: string) =>
  query(
    `SELECT l.state, l.attempts, coalesce(l.due_at > now() + interval '1 minute', false) AS later
     FROM letters l JOIN channels c ON c.id = l.channel_id WHERE c.value LIKE $1`,
    [`%@${domain}`],
  );
const officesOf = (domain: string, many: number) => Array.from({ length: many }, (_, n) => `office-${n}@${domain}`);

/** A receiving domain that says nothing until it is let go on; `where`: to what. */
function hangs(where: 'at RCPT' | 'at the end of the body', isSlow: (address: string) => boolean) {
  const hanging: (() => void)[] = [];
  let most = 0;
  let ended = 0;
  let over = false;
  const hang = (address: string): Promise<undefined> | undefined => {
    if (over || !isSlow(address)) return undefined;
    const silence = new Promise<undefined>((resolve) => hanging.push(() => resolve(undefined)));
    most = Math.max(most, hanging.length - ended);
    return silence.finally(() => {
      ended += 1;
    });
  };
  if (where === 'at RCPT') mail.behave.recipient = hang;
  else mail.behave.body = (raw) => hang(/^To: (.+)$/m.exec(raw.toString('latin1'))?.[1]?.trim() ?? '');
  return {
    most: () => most,
    ended: () => ended,
    letGo: () => {
      over = true;
      for (const go of hanging) go();
    },
  };
}

describe('a receiving domain that hangs', () => {
  it.each(['at RCPT', 'at the end of the body'] as const)(
    '%s holds up no letter to others, and no more than four hands',
    async (where) => {
      const patient = openMailGateway(platform.app, { mayLeave: () => true });
      const slow = hangs(where, (address) => address.endsWith('@slow.gov.example'));
      await lettersTo([...officesOf('slow.gov.example', 12), ...officesOf('good.gov.example', 30)]);
      const delivering = deliverLetters(platform.app, patient, undefined, 20);
      await goodArrived(30);
      expect(slow.ended(), 'the good ones waited for none that hangs').toBe(0);
      expect(slow.most()).toBeGreaterThan(0);
      expect(slow.most()).toBeLessThanOrEqual(4);
      slow.letGo();
      await delivering;
      await patient.close();
      expect((await lettersAt('good.gov.example')).every(({ state }) => state === 'handed-over')).toBe(true);
      expect((await lettersAt('slow.gov.example')).every(({ state }) => state === 'handed-over')).toBe(true);
    },
  );

  it.each([
    ['at RCPT', 'waiting', true],
    ['at the end of the body', 'unknown', false],
  ] as const)('%s counts as its no for now, or leaves the letter unknown', async (where, state, later) => {
    const slow = hangs(where, (address) => address.endsWith('@slow.gov.example'));
    await lettersTo(officesOf('slow.gov.example', 2));
    await deliverLetters(platform.app, post, undefined, 20);
    slow.letGo();
    expect(await lettersAt('slow.gov.example')).toEqual([1, 2].map(() => ({ state, attempts: 1, later })));
    expect(post.workers(), 'our relay is not to blame').toBe(16);
  });

  it('holds up no confirmation to others', async () => {
    mail.behave.recipient = (address) => (address.endsWith('@slow.mail.example') ? never() : undefined);
    for (let n = 0; n < 10; n += 1) await platform.offers(`a-${n}@slow.mail.example`);
    for (let n = 0; n < 20; n += 1) await platform.offers(`a-${n}@good.mail.example`);
    const sending = sendConfirmations(platform.app, post, undefined, 50);
    await goodArrived(20);
    const due = async () => (await query(`SELECT count(*)::int AS n FROM actions WHERE mail_state = 'due'`))[0]?.n;
    await until('those of the good ones are written down', async () => (await due()) === 10);
    await sending;
    expect(await due(), 'those of the slow one are tried again').toBe(10);
  });
});

async function goodArrived(many: number): Promise<void> {
  await until(`${many} mails came`, () => mail.received.filter(({ to }) => to.includes('@good.')).length === many);
}

describe('our own relay', () => {
  it('that keeps us out stops all sending, counts against no letter, and is told to the operator until it lets us out', async () => {
    const closed = openMailGateway(
      { ...platform.app, settings: { ...platform.app.settings, SMTP_URL: 'smtp://127.0.0.1:1' } },
      { mayLeave: () => true, timeouts: TIMEOUTS, firstPause: 60_000 },
    );
    await lettersTo(officesOf('ours.gov.example', 6));
    await deliverLetters(platform.app, closed, undefined, 50);
    expect(closed.workers()).toBe(0);
    expect(await deliverLetters(platform.app, closed, undefined, 50)).toBe(0);
    await closed.close();
    expect((await lettersAt('ours.gov.example')).map(({ state, attempts }) => ({ state, attempts }))).toEqual(
      Array.from({ length: 6 }, () => ({ state: 'waiting', attempts: 0 })),
    );
    expect(await query('SELECT 1 FROM mailboxes WHERE paused_at IS NOT NULL OR refusals > 0')).toEqual([]);
    expect(await query('SELECT 1 FROM receiving_domains WHERE paused_at IS NOT NULL')).toEqual([]);
    expect(await query('SELECT kind FROM alerts WHERE settled_at IS NULL')).toEqual([{ kind: 'relay-refuses-us' }]);

    const open = openMailGateway(platform.app, { mayLeave: () => true, timeouts: TIMEOUTS });
    await query('UPDATE letters SET due_at = now()');
    await query('UPDATE delivery_queues SET next_at = now()');
    await deliverLetters(platform.app, open, undefined, 50);
    await open.close();
    expect((await lettersAt('ours.gov.example')).every(({ state }) => state === 'handed-over')).toBe(true);
    expect(await query('SELECT kind FROM alerts WHERE settled_at IS NULL')).toEqual([]);
  });

  it.each(['530 5.7.0 Authentication required', '535 5.7.8 bad credentials', '554 5.7.1 Relay access denied'])(
    'that says %s pauses nobody',
    async (reply) => {
      const [code = '', ...words] = reply.split(' ');
      mail.behave.recipient = () => ({ code: Number(code), words: words.join(' ') });
      await lettersTo(officesOf('denied.gov.example', 1));
      await deliverLetters(platform.app, post, undefined, 50);
      expect((await lettersAt('denied.gov.example')).map(({ state, attempts }) => ({ state, attempts }))).toEqual([
        { state: 'waiting', attempts: 0 },
      ]);
      expect(await query('SELECT 1 FROM receiving_domains WHERE paused_at IS NOT NULL')).toEqual([]);
      expect(await query('SELECT kind FROM alerts WHERE settled_at IS NULL')).toEqual([{ kind: 'relay-refuses-us' }]);
      mail.behave.recipient = () => undefined;
      await until('it is tried again', () => post.workers());
    },
  );

  it('that ended a connection while it was idle is asked on another one', async () => {
    const relay = await startMailSink();
    const settings = { ...platform.app.settings, SMTP_URL: relay.url };
    const own = openMailGateway({ ...platform.app, settings }, { mayLeave: () => true, timeouts: TIMEOUTS });
    await lettersTo(officesOf('idle.gov.example', 1));
    await deliverLetters(platform.app, own, undefined, 50);
    relay.hangUp();
    await lettersTo(officesOf('idle-too.gov.example', 1));
    await deliverLetters(platform.app, own, undefined, 50);
    expect(relay.received).toHaveLength(2);
    expect(own.workers()).toBe(16);
    await own.close();
    await relay.stop();
  });
});
