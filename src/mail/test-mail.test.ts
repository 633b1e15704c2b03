import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MailSink, startMailSink } from '../../test/support/mail.ts';
import { langs } from '../config/langs.ts';
import { readSettings } from '../config/settings.ts';
import { words } from '../locales/words.ts';
import { sendTestMail } from './test-mail.ts';

let relay: MailSink;
beforeAll(async () => {
  relay = await startMailSink();
});
afterAll(() => relay.stop());

const settings = (env: Record<string, string> = {}) =>
  readSettings(
    {
      OPERATOR_NAME: 'Test Coalition',
      OPERATOR_EMAIL: 'desk@coalition.org',
      PUBLIC_URL: 'https://coalition.org',
      MAIL_DOMAIN: 'letters.coalition.internal',
      SMTP_URL: relay.url,
      ...env,
    },
    '/',
  );

it.each(langs)('a test mail goes through the relay, in the operator’s language: %s', async (lang) => {
  const said = await sendTestMail(settings({ OPERATOR_LANG: lang }), `me-${lang}@coalition.org`);
  expect(said).toMatchObject({ outcome: 'accepted' });
  const mail = relay.received.find(({ to }) => to.includes(`me-${lang}@`));
  const parsed = mail?.mail;
  expect(parsed?.subject).toBe(words(lang).t('mail.test.subject'));
  expect(parsed?.text).toContain('Test Coalition');
});

it('none leaves a demonstration, a site without a relay, or for an address that can be nobody’s', async () => {
  await expect(sendTestMail(readSettings({}, '/'), 'me@coalition.org')).rejects.toThrow('OPERATOR_NAME');
  await expect(sendTestMail(settings({ SMTP_URL: '' }), 'me@coalition.org')).rejects.toThrow('SMTP_URL');
  await expect(sendTestMail(settings(), 'me@mail.example')).rejects.toThrow('nobody’s');
});
