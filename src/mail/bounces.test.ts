import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailRound } from '../../test/support/mail-round.ts';
import { addresseeWithMail } from '../../test/support/representatives.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { Supporter } from '../../test/support/supporter.ts';
import { until } from '../../test/support/until.ts';
import { startBounceListener } from './bounce-listener.ts';
import { bounceIdOf, newBounceId, returnPathOf } from './return-path.ts';
import { takeBounce } from './take-bounce.ts';

let site: Site;
let supporter: Supporter;
let returnPath: string;
beforeAll(async () => {
  site = await startSite();
  const minister = await addresseeWithMail(site, 'justice-minister', 'minister@justice.gov.example');
  supporter = new Supporter(site);
  await supporter.writesTo([minister]);
  await supporter.confirms();
  const letter = await until('the letter arrives', () =>
    site.mail.received.find(({ to }) => to === 'minister@justice.gov.example'),
  );
  await mailRound(site);
  returnPath = letter.from;
});
afterAll(() => site.stop());

function report(to: string, { action = 'failed', status = '5.1.1' } = {}): Buffer {
  return Buffer.from(
    [
      `To: <${to}>`,
      'From: Mail Delivery System <mailer-daemon@gov.example>',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.gov.example',
      '',
      'Final-Recipient: rfc822; minister@justice.gov.example',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 <minister@justice.gov.example> no such',
      ' user here',
      '',
      '--b--',
      '',
    ].join('\r\n'),
  );
}

const letters = () => site.fresh.database.selectFrom('letters').select(['state', 'reply']).execute();
const channels = () => site.fresh.database.selectFrom('mailboxes').select(['refusals', 'paused_because']).execute();

describe('a return path', () => {
  it('is ours alone to give out, whatever its case', () => {
    const { keys } = site.running.app;
    const id = newBounceId();
    const address = returnPathOf(keys, id, 'letters.coalition.test');
    expect(bounceIdOf(keys, address.toUpperCase())).toEqual(id);
    expect(
      bounceIdOf(
        keys,
        address.replace(/.(?=@)/, (letter) => (letter === 'a' ? 'b' : 'a')),
      ),
    ).toBeUndefined();
    expect(bounceIdOf(keys, 'bounce+@letters.coalition.test')).toBeUndefined();
  });
});

describe('a returned letter', () => {
  it('does not count when it is only late, forged or no report', async () => {
    const { app } = site.running;
    expect(await takeBounce(app, report(returnPath, { action: 'delayed', status: '4.4.1' }))).toBe('not-final');
    expect(await takeBounce(app, report('bounce+aaaaaaaaaaaaaaaaaaaaaaaa@letters.coalition.test'))).toBe('not-ours');
    expect(await takeBounce(app, Buffer.from(`To: ${returnPath}\r\n\r\nhello`))).toBe('no-report');
    expect(await letters()).toMatchObject([{ state: 'handed-over' }]);
  });

  it('comes in by SMTP for our return paths alone, counts once, and pauses a mailbox that is not there', async () => {
    const listener = await startBounceListener({
      ...site.running.app,
      settings: { ...site.running.app.settings, BOUNCE_PORT: 0 },
    });
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
    const send = (to: string) => transport.sendMail({ envelope: { from: '', to }, raw: report(returnPath) });
    await expect(send('someone@else.example')).rejects.toThrow(/5\.1\.1/);
    await send(returnPath);
    await send(returnPath);
    transport.close();
    await listener.stop();
    const [letter] = await letters();
    expect(letter?.state).toBe('bounced');
    expect(letter?.reply).not.toContain('@');
    expect(await channels()).toMatchObject([{ refusals: 1, paused_because: 'bounced' }]);
  });
});
