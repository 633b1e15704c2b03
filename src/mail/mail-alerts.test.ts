import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailSink, startMailSink } from '../../test/support/mail.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { langs } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { words } from '../locales/words.ts';
import { takeTurn } from './alert-queries.ts';
import { type AlertKind, alertOperator, notMade } from './alerts.ts';
import { mailAlerts } from './mail-alerts.ts';
import { type MailGateway, openMailGateway } from './mail-gateway.ts';
import { outboxMails } from './outbox.ts';

let relay: MailSink;
let platform: Platform;
let app: App;
let post: MailGateway;
const lines: string[] = [];
beforeEach(async () => {
  relay = await startMailSink();
  await start({
    SMTP_URL: relay.url,
    MAIL_DOMAIN: 'letters.coalition.internal',
    PUBLIC_URL: 'https://coalition.example',
  });
});
afterEach(async () => {
  await post.close();
  await platform.stop();
  await relay.stop();
  lines.splice(0);
});

async function start(env: Record<string, string>): Promise<void> {
  platform = await startPlatform(env);
  app = { ...platform.app, log: pino({ base: null }, { write: (line: string) => void lines.push(line) }) };
  post = openMailGateway(app, () => true);
}

const raise = (subject: string, kind: AlertKind = 'domain-refuses-us', detail = '550 5.7.1 blocked') =>
  alertOperator(app, app.database, { kind, subject, detail });
const told = () => relay.received.map(({ mail }) => mail.subject);
const hourPasses = () => app.pool.query(`UPDATE alert_mails SET mailed_at = mailed_at - interval '1 hour'`);

describe('an alert', () => {
  it.each(langs)('of a letter of which no mail can be made says so in the operator’s language, %s', async (lang) => {
    app = { ...app, settings: { ...app.settings, OPERATOR_LANG: lang } };
    await raise('0190', 'letter-fails', notMade(17));
    await mailAlerts(app, post);
    const text = relay.received[0]?.mail.text?.replaceAll(/\s+/g, ' ');
    expect(text).toContain(`0190 ${words(lang).t('mail.alert.not-made', { count: 17 })}`);
    expect(text).not.toContain('not-made');
  });

  it('reaches the operator by mail, besides the log, with what to do', async () => {
    await raise('gov.example');
    await mailAlerts(app, post);
    expect(relay.received.map(({ to }) => to)).toEqual(['desk@coalition.example']);
    const { mail } = relay.received[0] ?? {};
    expect(mail?.subject).toBe('A mail domain refuses our letters');
    expect(mail?.text).toMatch(/UTC: gov\.example\n {4}550 5\.7\.1 blocked\n\n.*npm run review -- resume/s);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(lines).toHaveLength(1);
    await mailAlerts(app, post);
    await hourPasses();
    await mailAlerts(app, post);
    expect(relay.received).toHaveLength(1);
  });

  it('comes at most once an hour and kind, with all that came up meanwhile, also what is over', async () => {
    await raise('gov.example');
    await mailAlerts(app, post);
    await raise('parl.example');
    await raise('court.example');
    await raise('SMTP_URL', 'relay-refuses-us', '535 no');
    await mailAlerts(app, post);
    await mailAlerts(app, post);
    expect(told()).toEqual(['A mail domain refuses our letters', 'Mail can’t leave']);
    await app.pool.query(
      `UPDATE alerts SET settled_at = now(), settled_by = '${SYSTEM}' WHERE subject = 'court.example'`,
    );
    await hourPasses();
    await mailAlerts(app, post);
    expect(told()).toHaveLength(3);
    expect(relay.received[2]?.mail.text).toMatch(/parl\.example.*court\.example\n[^\n]*\n {4}Over since /s);
    expect(relay.received[2]?.mail.text).not.toContain('gov.example');
  });

  it('is mailed by one of the processes that see it at once', async () => {
    await raise('gov.example');
    await Promise.all(Array.from({ length: 5 }, () => mailAlerts(app, post)));
    expect(relay.received).toHaveLength(1);
  });

  it('is mailed once where a process began to see it before, and took its turn after, another that has mailed it', async () => {
    const other = await app.pool.connect();
    await other.query('BEGIN');
    await other.query('LOCK TABLE alert_mails IN EXCLUSIVE MODE');
    const late = takeTurn(app.database, 'domain-refuses-us');
    await until('the late one waits', async () => {
      const { rowCount } = await app.pool.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`);
      return rowCount === 1;
    });
    await other.query(`INSERT INTO alert_mails VALUES ('domain-refuses-us', clock_timestamp())`);
    await other.query('COMMIT');
    other.release();
    expect(await late).toBe(false);
  });

  it('that can’t leave is tried again, five minutes later', async () => {
    await raise('gov.example');
    relay.behave.recipient = () => ({ code: 450, words: 'later' });
    await mailAlerts(app, post);
    relay.behave.recipient = () => undefined;
    await mailAlerts(app, post);
    expect([relay.received.length, lines.length]).toEqual([0, 2]);
    await app.pool.query(`UPDATE alert_mails SET mailed_at = mailed_at - interval '5 minutes'`);
    await mailAlerts(app, post);
    expect(relay.received).toHaveLength(1);
  });

  it('is not kept back by a clock that went back a day', async () => {
    await raise('gov.example');
    await app.pool.query(`INSERT INTO alert_mails VALUES ('domain-refuses-us', now() + interval '1 day')`);
    await mailAlerts(app, post);
    expect(relay.received).toHaveLength(1);
  });

  it('names nobody, whatever a server says', async () => {
    await raise('amina@mail.example', 'complaint', '550 <amina@mail.example>: no\r\nBcc: x@mail.example');
    await mailAlerts(app, post);
    const { mail, raw } = relay.received[0] ?? {};
    expect(`${mail?.subject} ${mail?.text} ${lines}`).not.toContain('mail.example');
    expect(raw?.toString()).not.toMatch(/^bcc:/im);
  });

  it('lists fifty and says how many more there are', async () => {
    for (let n = 1; n <= 53; n += 1) await raise(`gov${n}.example`);
    await mailAlerts(app, post);
    const text = relay.received[0]?.mail.text ?? '';
    expect(text.match(/UTC/g)).toHaveLength(50);
    expect(text).toContain('3 more; npm run review');
  });
});

it.each([
  ['fr', 'Le courrier ne part plus'],
  ['es', 'El correo no puede salir'],
  ['ar', 'البريد لا يخرج'],
])('alerts speak the operator’s language: %s', async (lang, subject) => {
  app = { ...app, settings: { ...app.settings, OPERATOR_LANG: lang as 'fr' } };
  await raise('SMTP_URL', 'relay-refuses-us', 'ECONNREFUSED');
  await mailAlerts(app, post);
  expect(told()).toEqual([subject]);
});

it('alerts of a demonstration stay in its outbox', async () => {
  app = { ...app, settings: { ...app.settings, operator: undefined } };
  post = openMailGateway(app, () => true);
  await raise('gov.example');
  await mailAlerts(app, post);
  expect(relay.received).toEqual([]);
  const [kept] = await outboxMails(app, 10);
  expect(kept?.message).toMatch(/^To: operator@letters\.coalition\.internal\r$/m);
});
