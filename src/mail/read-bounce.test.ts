import { describe, expect, it } from 'vitest';
import { deliveryReport, OFFICE, plainMail, type Report, recipient } from '../../test/support/returned-mail.ts';
import { type Bounce, readBounce } from './read-bounce.ts';

const gone = { kind: 'failed', meaning: 'mailbox-gone' };
const read = (report: Report) => readBounce(deliveryReport(report), { recipient: OFFICE });

describe('a delivery report', () => {
  it('says what became of the mail, in which words', async () => {
    const fields = recipient('failed', '5.1.1', '550 5.1.1 no such\r\n user here');
    expect(await read({ fields })).toEqual({ ...gone, status: '5.1.1', words: '550 5.1.1 no such user here' });
  });

  const shapes: Readonly<Record<string, Report>> = {
    'in base64': { encoding: 'base64' },
    'in quoted-printable': { encoding: 'quoted-printable' },
    'in a part whose type is folded': { reportType: '\r\n message/delivery-status' },
    'for addresses beyond ASCII (RFC 6533)': { reportType: 'message/global-delivery-status; charset=utf-8' },
    'in any multipart': { container: 'multipart/mixed' },
    'with blanks before its colons': { fields: recipient('failed', '5.1.1').map((line) => line.replace(':', ' :')) },
    'in capitals': { fields: recipient('FAILED', '5.1.1').map((line) => line.toUpperCase()) },
    'without a status': { fields: recipient('failed', '', '550 5.1.1 unknown user') },
    'without an action': { fields: ['Final-Recipient: rfc822; office@gov.example', 'Status: 5.1.1'] },
    'with a comment behind its status': { fields: recipient('failed', '5.1.1 (bad destination mailbox address)') },
    'with a code that says less than its words': {
      fields: recipient('failed', '5.0.0', '550 5.1.10 mailbox unavailable'),
    },
    'with its reason told to people alone': {
      fields: recipient('failed', '5.0.0'),
      text: `<${OFFICE}>: host mx.gov.example said: 550 5.1.1 no such user (in reply to RCPT TO command)`,
    },
    'with a blank line between its fields': {
      fields: [`Final-Recipient: rfc822;${OFFICE}`, '', 'Action: failed', 'Status: 5.1.1'],
    },
    'with Unix lines and a type in capitals': { reportType: 'MESSAGE/DELIVERY-STATUS' },
  };
  it.each(Object.entries(shapes))('is read %s', async (_, report) => {
    expect(await read(report)).toMatchObject(gone);
    const unix = Buffer.from(deliveryReport(report).toString().replaceAll('\r\n', '\n'));
    expect(await readBounce(unix, { recipient: OFFICE })).toMatchObject(gone);
  });

  const meanings: readonly (readonly [Bounce['kind'] | string, readonly string[]])[] = [
    ['for-now', recipient('failed', '5.2.2', '550 5.2.2 mailbox unavailable')],
    ['for-now', recipient('failed', '4.4.7')],
    ['for-now', recipient('failed', '5.1.1', '450 4.7.1 try later')],
    ['policy', recipient('failed', '5.7.26', '550 5.7.26 mailbox unavailable')],
    ['policy', recipient('failed', '5.0.0', '550 5.7.1 rejected')],
    ['other', recipient('failed', '5.1.8', '550 5.1.8 mailbox unavailable')],
    ['other', recipient('failed', '5.1.0', '550 5.1.0 address rejected')],
    ['other', recipient('failed', '5.0.0')],
    ['other', recipient('failed', '5.0.0', 'host mx said: 550 no such domain (in reply to MAIL FROM command)')],
    ['ours', recipient('failed', '5.7.1', '554 5.7.1 Relay access denied')],
    ['delayed', recipient('delayed', '4.4.1')],
    ['delivered', recipient('relayed', '2.0.0')],
    ['delivered', recipient('delivered', '2.1.5')],
  ];
  it.each(meanings)('means %s: %s', async (what, fields) => {
    const bounce = await read({ fields });
    expect(bounce.kind === 'failed' ? bounce.meaning : bounce.kind).toBe(what);
  });

  const [member, other] = ['member@gov.example', 'other@elsewhere.example'];
  const several: readonly (readonly [string, 'failed' | 'delivered' | 'delayed', readonly string[]])[] = [
    [
      'ours failed, another got it',
      'failed',
      [...recipient('failed', '5.1.1'), ...recipient('relayed', '2.0.0', undefined, member)],
    ],
    [
      'another got it, ours failed',
      'failed',
      [...recipient('relayed', '2.0.0', undefined, member), ...recipient('failed', '5.1.1')],
    ],
    ['ours was passed on, then failed', 'failed', [...recipient('relayed', '2.0.0'), ...recipient('failed', '5.1.1')]],
    ['ours failed, then arrived', 'delivered', [...recipient('failed', '5.1.1'), ...recipient('delivered', '2.0.0')]],
    [
      'ours arrived, another failed',
      'delivered',
      [...recipient('delivered', '2.0.0'), ...recipient('failed', '5.1.1', undefined, member)],
    ],
    [
      'ours failed at one address and arrived at another',
      'delivered',
      [
        `Original-Recipient: rfc822;${OFFICE}`,
        ...recipient('failed', '5.1.1', undefined, member),
        `Original-Recipient: rfc822;${OFFICE}`,
        ...recipient('delivered', '2.0.0', undefined, other),
      ],
    ],
    [
      'ours failed, named as it was encoded on its way (RFC 3461), another arrived',
      'failed',
      [
        'Original-Recipient: rfc822;office+40gov.example',
        ...recipient('failed', '5.1.1', undefined, member),
        ...recipient('delivered', '2.0.0', undefined, other),
      ],
    ],
    [
      'ours failed, named as it was encoded on its way (RFC 6533), another arrived',
      'failed',
      [
        'Original-Recipient: utf-8;office\\x{40}gov.example',
        ...recipient('failed', '5.1.1', undefined, member),
        ...recipient('delivered', '2.0.0', undefined, other),
      ],
    ],
    [
      'ours is late, another failed',
      'delayed',
      [...recipient('delayed', '4.4.1'), ...recipient('failed', '5.1.1', undefined, member)],
    ],
    [
      'none is named as we know it',
      'failed',
      [...recipient('relayed', '2.0.0', undefined, member), ...recipient('failed', '5.1.1', undefined, other)],
    ],
    [
      'none is named as we know it, and one arrived at last',
      'delivered',
      [...recipient('failed', '5.1.1', undefined, member), ...recipient('relayed', '2.0.0', undefined, other)],
    ],
  ];
  it.each(several)('about several: %s: %s', async (_, kind, fields) => {
    expect(await read({ fields })).toMatchObject({ kind });
  });

  it('calls a full or closed mailbox what people are told that it is', async () => {
    const fields = recipient('failed', '5.1.1', '550 5.1.1 unknown');
    expect(await read({ fields, text: 'Not enough disk space' })).toMatchObject({ meaning: 'for-now' });
    expect(await read({ fields, text: 'The account is disabled.' })).toMatchObject({ meaning: 'other' });
  });

  it('that says nothing is not looked for in the letter that it returns', async () => {
    const body = [`Final-Recipient: rfc822; ${OFFICE}`, 'Action: failed', 'Status: 5.1.1', '550 5.1.1 user unknown'];
    for (const type of ['message/rfc822', 'text/rfc822-headers', 'message/global']) {
      const raw = deliveryReport({
        fields: [],
        subject: 'Notice',
        text: 'A notice.',
        returned: ['From: x@coalition.example', '', ...body],
      });
      const returned = Buffer.from(raw.toString().replace('text/rfc822-headers', type));
      for (const nullSender of [true, false])
        expect(await readBounce(returned, { recipient: OFFICE, nullSender }), type).toEqual({ kind: 'not-understood' });
    }
  });

  it('is found in what a gateway encloses', async () => {
    const wrapped = [
      'Content-Type: multipart/mixed; boundary="out"',
      '',
      '--out',
      'Content-Type: message/rfc822',
      '',
      deliveryReport(),
      '',
      '--out--',
    ];
    expect(await readBounce(Buffer.from(`From: postmaster@gate.example\r\n${wrapped.join('\r\n')}`))).toMatchObject(
      gone,
    );
  });
});

describe('what is no delivery report', () => {
  const quoted = deliveryReport().toString().replaceAll(/^/gm, '> ');
  const answers: Readonly<Record<string, Buffer>> = {
    'an answer': plainMail('Thank you for your letter.', { from: 'clerk@gov.example', subject: 'Re: A letter' }),
    'an answer that quotes one': plainMail(`Your letter arrived all the same:\r\n${quoted}`, {
      from: 'clerk@gov.example',
    }),
    'an answer with one in its text': plainMail(deliveryReport().toString(), { from: 'clerk@gov.example' }),
    'an answer that encloses one': deliveryReport({
      container: 'multipart/mixed',
      from: 'clerk@gov.example',
      subject: 'Fwd: returned',
    }),
    'an answer with its parts attached': deliveryReport({
      container: 'multipart/mixed',
      from: 'clerk@gov.example',
      headers: ['In-Reply-To: <a@b.example>'],
    }),
    'an answer with its parts attached, that only its references tell': deliveryReport({
      container: 'multipart/mixed',
      from: 'clerk@gov.example',
      subject: 'Was ist das?',
      headers: ['References: <a@b.example>'],
    }),
    'an answer of whoever looks after the mail': plainMail(
      'Your letter is here. The notice “550 5.1.1 user unknown” was wrong.\r\n> 550 5.1.1 user unknown',
      {
        from: 'Postmaster <postmaster@gov.example>',
        subject: 'Re: A letter',
        headers: ['In-Reply-To: <a@b.example>'],
      },
    ),
    'an answer in words like a server’s': plainMail('550 5.1.1 User unknown', { from: 'clerk@gov.example' }),
  };
  it.each(Object.entries(answers))('%s', async (_, raw) => {
    expect(await readBounce(raw, { recipient: OFFICE })).toEqual({ kind: 'answer' });
  });

  it.each([
    ['Auto-Submitted: auto-replied', false],
    ['Auto-Submitted: auto-replied', true],
    ['X-Autoreply: yes', true],
    ['Precedence: auto_reply', true],
  ])('a holiday notice (%s, empty sender %s)', async (header, nullSender) => {
    const raw = plainMail('I am away until Monday. Mail could not be delivered to me faster.', {
      from: 'clerk@gov.example',
      subject: 'Out of office',
      headers: [header],
    });
    expect(await readBounce(raw, { nullSender })).toEqual({ kind: 'automatic' });
  });

  it.each([
    ['displayed', 'Your mail was read.'],
    ['deleted', 'Your mail was deleted without being read. Error: timed out.'],
  ])('a receipt (RFC 8098): %s', async (disposition, text) => {
    const receipt = deliveryReport({
      from: 'clerk@gov.example',
      container: 'multipart/report; report-type=disposition-notification',
      reportType: 'message/disposition-notification',
      fields: [
        `Final-Recipient: rfc822; ${OFFICE}`,
        `Disposition: automatic-action/MDN-sent-automatically; ${disposition}`,
      ],
      text,
    });
    expect(await readBounce(receipt, { recipient: OFFICE })).toEqual({ kind: 'automatic' });
  });

  it('a server’s mail that says nothing we know', async () => {
    expect(await readBounce(plainMail('Grüße', { subject: 'Hinweis' }))).toEqual({ kind: 'not-understood' });
    expect(await readBounce(plainMail('x', { from: 'robot@gov.example', subject: 'y' }), { nullSender: true })).toEqual(
      { kind: 'not-understood' },
    );
  });
});

describe('a complaint (RFC 5965)', () => {
  const complaint = (type: string) =>
    deliveryReport({
      from: 'feedback@isp.example',
      container: 'multipart/report; report-type=feedback-report',
      reportType: 'message/feedback-report',
      fields: [`Feedback-Type: ${type}`, 'User-Agent: Loop/1.0', 'Version: 1'],
    });

  it.each(['abuse', 'Fraud', 'virus', 'other', 'opt-out'])('is one: %s', async (type) => {
    expect(await readBounce(complaint(type))).toEqual({ kind: 'complaint' });
  });

  it('is none where its type is folded: not-spam', async () => {
    expect(await readBounce(complaint('\r\n not-spam'))).toEqual({ kind: 'automatic' });
  });

  it('is none with a comment before its type (RFC 5322 section 3.2.2): not-spam', async () => {
    expect(await readBounce(complaint('(of the loop) not-spam'))).toEqual({ kind: 'automatic' });
  });

  it('is one where its subject alone says so, as Outlook.com has it', async () => {
    const told = {
      from: '<staff@hotmail.com>',
      subject: ' complaint about message from 192.0.2.7',
      container: 'multipart/mixed',
    };
    expect(await readBounce(deliveryReport({ ...told, reportType: 'message/rfc822' }))).toEqual({ kind: 'complaint' });
    const other = { ...told, from: 'clerk@gov.example', reportType: 'message/rfc822' };
    expect(await readBounce(deliveryReport(other))).toEqual({ kind: 'answer' });
  });

  it.each(['not-spam', 'auth-failure'])('is none: %s', async (type) => {
    expect(await readBounce(complaint(type))).toEqual({ kind: 'automatic' });
  });
});
