import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { langs } from '../config/langs.ts';
import { whyMailStays } from '../config/mail-stays.ts';
import type { Answer } from '../http/answer.ts';
import { words } from '../locales/words.ts';
import { openMailGateway } from '../mail/mail-gateway.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import type { Action } from './action.ts';
import { checkMailPage } from './check-mail-page.tsx';
import { confirmAction } from './confirm-action.ts';
import { statusPage } from './status-page.tsx';

const html = (answer: Answer) => (answer.kind === 'page' ? answer.html : '');
const RELAY = { SMTP_URL: 'smtp://relay.internal:25', PUBLIC_URL: 'https://coalition.internal' };

describe.each([
  ['no mail server is named', { MAIL_DOMAIN: 'letters.coalition.internal' }, 'no-server', 'actions.status.mailStays'],
  [
    'it would leave from a reserved domain',
    { ...RELAY, MAIL_DOMAIN: 'letters.coalition.test' },
    'reserved-domain',
    'actions.status.mailDomain',
  ],
] as const)('where an operator is named and %s', (_, env, why, note) => {
  let platform: Platform;
  let action: Action;
  beforeAll(async () => {
    platform = await startPlatform(env);
    action = await platform.offers('amina@mail.example', { kind: 'letter' });
    await confirmAction(platform.app, action, 'en');
  });
  afterAll(() => platform.stop());

  it.each(langs)('supporters read that no mail leaves, in %s', async (lang) => {
    const { t } = words(lang);
    const token = sealLink(platform.app.keys, 'status', action.supporterKey, action.id);
    const status = html(await statusPage(platform.request({ lang, params: { token } })));
    const said = status.replaceAll(/<\/?bdi[^>]*>/g, '');
    expect(said).toContain(t(note, { domain: 'letters.coalition.test' }));
    const waiting = html(await checkMailPage(platform.request({ lang, params: { slug: 'united-by-common-bonds' } })));
    expect(waiting).toContain(t('site.checkMail.stays'));
    for (const promise of ['text', 'open', 'wait'] as const)
      expect(waiting).not.toContain(t(`site.checkMail.${promise}`));
  });

  it('no mail leaves', async () => {
    expect(whyMailStays(platform.app.settings)).toBe(why);
    const post = openMailGateway(platform.app);
    const from = { name: 'Test Coalition', address: `letters@${platform.app.settings.MAIL_DOMAIN}` };
    const mail = {
      to: 'office@gov.internal',
      from,
      lang: 'en',
      subject: 'Justice',
      text: 'Words',
      at: new Date(),
      automatic: true,
    } as const;
    expect(await post.send(await post.compose(mail, from.address))).toEqual({
      outcome: 'accepted',
      reply: 'kept-here',
    });
    await post.close();
  });
});
