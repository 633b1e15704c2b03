import { describe, expect, it } from 'vitest';
import { deliveryReport, OFFICE, plainMail, type Report } from '../../test/support/returned-mail.ts';
import { readBounce } from './read-bounce.ts';

/** As common servers write it, in our own words where they leave any. */
const notices: readonly (readonly [string, string, string, Report?])[] = [
  ['a list server', 'mailbox-gone', `Error Message is reported by the list\n\n  <${OFFICE}>: unknown user`],
  ['a notice of one sentence', 'mailbox-gone', `The address ${OFFICE} does not exist on this server.`],
  [
    'qmail',
    'mailbox-gone',
    'Hi. This is the qmail-send program at mx.gov.example.\n' +
      `I'm afraid I wasn't able to deliver your message.\n\n<${OFFICE}>:\n` +
      'Sorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n' +
      'Return-Path: <x@y.example>\n\nover quota',
  ],
  [
    'qmail, of a remote server',
    'for-now',
    `I'm afraid I wasn't able to deliver your message.\n<${OFFICE}>:\n` +
      '192.0.2.7 does not like recipient.\nRemote host said: 552 5.2.2 mailbox full\nGiving up on 192.0.2.7.',
  ],
  [
    'Exim',
    'mailbox-gone',
    `This message was created automatically.\nThe following address(es) failed:\n\n  ${OFFICE}\n` +
      '    host mx.gov.example [192.0.2.7]\n    SMTP error from remote mail server after RCPT ' +
      `TO:<${OFFICE}>:\n    550 5.1.1 User unknown\n\n------ This is a copy of the message.`,
    { headers: [`X-Failed-Recipients: ${OFFICE}`] },
  ],
  [
    'Exim, of our sender',
    'other',
    `The following address(es) failed:\n\n  ${OFFICE}\n` +
      '    SMTP error from remote mail server after MAIL FROM:<letters@coalition.example>:\n' +
      '    550 no such domain',
  ],
  [
    'Exim, of several recipients',
    'for-now',
    `The following address(es) failed:\n\n  member@gov.example\n    550 5.1.1 User unknown\n  ${OFFICE}\n` +
      '    552 5.2.2 mailbox full\n  other@gov.example\n    550 5.1.1 User unknown',
  ],
  [
    'Exim, whose own reason comes without a reply, of several recipients',
    'for-now',
    `The following address(es) failed:\n\n  ${OFFICE}\n    Mailbox is full\n\n  other@gov.example\n    550 5.1.1 User unknown`,
  ],
  [
    'Sendmail, whose reasons follow its list of recipients',
    'mailbox-gone',
    `   ----- The following addresses had permanent fatal errors -----\n<${OFFICE}>\n` +
      '<other@gov.example>\n\n   ----- Transcript of session follows -----\n' +
      `550 5.1.1 <${OFFICE}>... User unknown\n552 5.2.2 <other@gov.example>... over quota`,
  ],
  [
    'Sendmail',
    'mailbox-gone',
    '   ----- Transcript of session follows -----\n' +
      `... while talking to mx.gov.example.:\n>>> RCPT To:<${OFFICE}>\n<<< 550 5.1.1 User unknown\n`,
  ],
  [
    'Courier',
    'policy',
    `Your message to the following recipients cannot be delivered:\n\n<${OFFICE}>:\n` +
      '   mx.gov.example [192.0.2.7]:\n<<< 550 5.7.1 blocked\n',
  ],
  [
    'a large mail service',
    'mailbox-gone',
    `Delivery to the following recipient failed permanently:\n\n     ${OFFICE}\n\n` +
      'The error that the other server returned was: 550 550 5.1.1 no such user (state 14).\n\n' +
      '----- Original message -----',
  ],
  [
    'Exim, in words of its own',
    'mailbox-gone',
    `The following address(es) failed:\n\n  ${OFFICE}\n    SMTP error from remote mail server after RCPT ` +
      `TO:<${OFFICE}>:\n    550 Unknown local user`,
  ],
  [
    'an office suite, that names the host',
    'mailbox-gone',
    `Your message to ${OFFICE} couldn't be delivered.\n\noffice wasn't found at gov.example.`,
  ],
  [
    'a large mail service, in short',
    'mailbox-gone',
    'The address couldn’t be found.',
    { headers: [`X-Failed-Recipients: ${OFFICE}`] },
  ],
  [
    'Courier, which names itself alone',
    'mailbox-gone',
    `Your message to the following recipients cannot be delivered:\n\n<${OFFICE}>:\n    <<< 550 User unknown.`,
    { from: '"Courier mail server at mx.gov.example" <@>' },
  ],
  [
    'Exchange, by an address of its own',
    'mailbox-gone',
    `Delivery has failed to these recipients or groups:\n\n${OFFICE}\nThe email address you entered couldn't be found.`,
    { from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@gov.example>' },
  ],
  [
    'a server in French',
    'mailbox-gone',
    `Votre message n'a pas pu être remis à ${OFFICE} : l'adresse est introuvable.`,
  ],
  [
    'Exchange',
    'mailbox-gone',
    `Your message did not reach the following recipient(s):\n\n${OFFICE}\n    The recipient name is not recognized`,
  ],
  [
    'OpenSMTPD',
    'mailbox-gone',
    'An error has occurred while attempting to deliver a message:\n\n' +
      `${OFFICE}: 550 5.1.1 unknown\n\n    Below is a copy of the original message:`,
  ],
  [
    'DragonFly',
    'for-now',
    `There was an error delivering your mail to <${OFFICE}>.\n\nCould not deliver for the last 432000 seconds, giving up.`,
  ],
  [
    'a page',
    'mailbox-gone',
    `<html><body><p>Your message could not be delivered to ${OFFICE}.</p><p>550 5.1.1 &lt;${OFFICE}&gt; User unknown</p></body></html>`,
    { headers: ['X-Page: yes'] },
  ],
  ['one in Spanish', 'other', 'Su mensaje no se ha podido entregar.', { subject: 'Aviso' }],
  ['one in Japanese', 'other', '次のあて先へのメッセージは送信できませんでした。', { subject: 'Notice' }],
];

function notice(text: string, report: Report = {}): Buffer {
  const raw = plainMail(text, report);
  return report.headers?.includes('X-Page: yes') ? Buffer.from(raw.toString().replace('text/plain', 'text/html')) : raw;
}

describe('a notice in prose', () => {
  it.each(notices.map(([by, means, text, report]) => ({ by, means, text, report })))(
    'by $by means $means',
    async ({ means: meaning, text, report }) => {
      expect(await readBounce(notice(text, report), { recipient: OFFICE })).toMatchObject({ kind: 'failed', meaning });
    },
  );

  it.each([
    'THIS IS A WARNING MESSAGE ONLY. It could not be delivered for 4 hours and will be retried.\n450 4.2.2 full',
    'A message that you sent has not yet been delivered.\n\n  office@gov.example\n    Delay reason: SMTP error: 451 later',
    'Delivery to these recipients or groups is delayed:\n\noffice@gov.example\n\nIt hasn’t been delivered yet.',
    'There was a temporary problem delivering your message to office@gov.example. It is tried for 47 more hours.',
    'La remise à office@gov.example a été retardée. Le message n’a pas encore été remis.',
    'La entrega a office@gov.example se ha retrasado.',
    'Die Zustellung an office@gov.example wurde verzögert.',
    'تأخر تسليم رسالتك إلى office@gov.example وستُعاد المحاولة.',
  ])('may say that the mail is only late', async (text) => {
    expect(await readBounce(plainMail(text), { recipient: OFFICE })).toEqual({ kind: 'delayed' });
  });

  it.each([
    ['mailbox-gone', 'No se pudo entregar el mensaje: el usuario no existe.'],
    ['mailbox-gone', 'Votre message n’a pas pu être distribué : ce destinataire n’existe pas.'],
    ['mailbox-gone', 'Die Nachricht konnte nicht zugestellt werden: Der Benutzer existiert nicht.'],
    ['mailbox-gone', 'تعذر تسليم رسالتك: المستخدم غير موجود.'],
    ['for-now', 'Die Nachricht konnte nicht zugestellt werden, das Postfach ist voll.'],
    ['for-now', 'Votre message n’a pas pu être remis : la boîte aux lettres est pleine.'],
    ['for-now', 'Su mensaje no se pudo entregar: el buzón está lleno.'],
    ['for-now', 'No se pudo entregar su mensaje. El buzón del destinatario está lleno.'],
    ['mailbox-gone', 'Votre message n’a pas été distribué : boîte aux lettres inexistante.'],
    ['mailbox-gone', 'Ihre Nachricht konnte nicht zugestellt werden. Grund: Der Empfänger ist unbekannt.'],
    ['mailbox-gone', 'A sua mensagem não pôde ser entregue: o endereço de e-mail não existe.'],
    ['mailbox-gone', 'Il messaggio non è stato recapitato: l’indirizzo non esiste.'],
    ['mailbox-gone', 'Ваше сообщение не было доставлено: такого пользователя не существует.'],
    ['mailbox-gone', 'İletiniz teslim edilemedi: kullanıcı bulunamadı.'],
    ['mailbox-gone', 'فشل تسليم رسالتك: المستلم غير موجود.'],
    ['mailbox-gone', 'Fehler bei der Nachrichtenzustellung. Die E-Mail-Adresse konnte nicht gefunden werden.'],
    ['mailbox-gone', 'Échec de la remise. L’adresse de messagerie que vous avez entrée est introuvable.'],
    ['mailbox-gone', 'Tu mensaje no se ha entregado porque no se ha encontrado la dirección.'],
    ['mailbox-gone', 'Il tuo messaggio non è stato consegnato: l’indirizzo non è stato trovato.'],
    ['mailbox-gone', 'A sua mensagem não foi entregue porque o endereço não foi encontrado.'],
    ['mailbox-gone', 'تعذر التسليم إلى هؤلاء المستلمين. لم يتم العثور على عنوان البريد الإلكتروني.'],
    ['policy', 'No se pudo entregar su mensaje: fue considerado spam.'],
    ['policy', 'It could not be delivered: this message was classified as SPAM.'],
  ])('means %s in the receiver’s language: %s', async (meaning, text) => {
    expect(await readBounce(plainMail(text), { recipient: OFFICE })).toMatchObject({ kind: 'failed', meaning });
  });

  it('may call itself an answer', async () => {
    const text = 'Error: Invalid user address\n\nError message below:\n550 - no such user here\n';
    const raw = plainMail(text, { subject: 'Re:A letter', headers: ['In-Reply-To: <a@b.example>'] });
    expect(await readBounce(raw, { recipient: OFFICE })).toMatchObject({ kind: 'failed', meaning: 'mailbox-gone' });
  });

  it('is not read in the letter that it returns', async () => {
    const text = 'It could not be delivered.\n\n----- Original message -----\n\n550 5.1.1 User unknown';
    expect(await readBounce(plainMail(text), { recipient: OFFICE })).toMatchObject({
      kind: 'failed',
      meaning: 'other',
    });
  });

  it.each([
    ['for-now', 'The user’s mailbox is over its quota.', '--- Below this line is a copy of the message.'],
    ['other', 'Je n’ai pas pu remettre votre message.', '--- Copie du message.'],
  ])('means %s, whatever the letter that it returns says of reports', async (meaning, said, line) => {
    const letter = `To: ${OFFICE}\nSubject: A letter\n\nFinal-Recipient: rfc822; ${OFFICE}\nAction: failed\nStatus: 5.1.1`;
    const text = `I wasn’t able to deliver your message.\n\n<${OFFICE}>:\n${said}\n\n${line}\n\n${letter}`;
    expect(await readBounce(plainMail(text), { recipient: OFFICE })).toMatchObject({ kind: 'failed', meaning });
  });

  it('is read where a gateway passes on another server’s report without its structure', async () => {
    const report = `Action: failed\nFinal-Recipient: rfc822; ${OFFICE}\nStatus: 5.1.1`;
    const text = `It could not be delivered.\n\nReturn-Path: <>\nFrom: MAILER-DAEMON@mx.gov.example\n\n${report}`;
    expect(await readBounce(plainMail(text), { recipient: OFFICE })).toMatchObject({ meaning: 'mailbox-gone' });
  });

  it.each([
    ['mailbox-gone', 'does not like recipient.\nRemote host said: 550 mailbox unavailable'],
    ['other', 'failed after I sent the message.\nRemote host said: 550 mailbox unavailable'],
  ])('of qmail’s tells what was answered and means %s', async (meaning, said) => {
    const text = `I wasn't able to deliver your message.\n\n<${OFFICE}>:\n192.0.2.7 ${said}\nGiving up on 192.0.2.7.`;
    expect(await readBounce(plainMail(text), { recipient: OFFICE })).toMatchObject({ kind: 'failed', meaning });
  });

  it('is read where the structure around it is broken', async () => {
    const broken = deliveryReport({ text: '550 5.1.1 User unknown' }).toString().replaceAll('\n--part', '\n--prat');
    expect(await readBounce(Buffer.from(broken), { recipient: OFFICE })).toMatchObject({ meaning: 'mailbox-gone' });
  });
});

describe('a mail made to cost much', () => {
  const worst = [
    '/',
    '\u0301\u0323',
    '(',
    '<',
    'a@',
    ' ',
    '\r\n\t',
    '550 5.1.1 ',
    ': ',
    '\n',
    '=?utf-8?Q?',
    '"',
    '--part\r\n',
    'X: y\r\n',
    'Action: failed\n',
    '>>> MAIL FROM ',
    '&lt;',
    '<div>',
    '\ud83d',
    'bounce+aaaaaaaaaaaaaaaaaaaaaaaa@x ',
  ];
  const places: readonly ((filling: string) => Buffer)[] = [
    (filling) => deliveryReport({ from: filling }),
    (filling) => deliveryReport({ subject: filling }),
    (filling) => deliveryReport({ headers: [`References: ${filling}`, `${filling}: x`] }),
    (filling) => deliveryReport({ container: `multipart/report; ${filling}` }),
    (filling) => deliveryReport({ text: filling }),
    (filling) => deliveryReport({ reportType: filling }),
    (filling) => deliveryReport({ fields: recipientFields(filling) }),
    (filling) =>
      deliveryReport({
        fields: ['Final-Recipient: rfc822; a@b.example', 'Action: failed', `Diagnostic-Code: smtp; ${filling}`],
      }),
    (filling) => deliveryReport({ returned: [filling] }),
    (filling) => plainMail(filling),
    (filling) => Buffer.from(filling),
  ];
  const recipientFields = (filling: string) => [
    `Final-Recipient: ${filling}`,
    `Action: ${filling}`,
    `Status: ${filling}`,
  ];

  it.each(worst)('of %j costs little, wherever it stands', async (one) => {
    for (const place of places) {
      const raw = place(one.repeat(Math.ceil(131_000 / one.length)));
      const before = process.cpuUsage();
      await readBounce(raw, { recipient: OFFICE });
      const { user, system } = process.cpuUsage(before);
      // Half a second of processor time is ten times what it takes here, and a fortieth of what one such mail took.
      expect(user + system, `place ${places.indexOf(place)}`).toBeLessThan(500_000);
    }
  });
});
