import { describe, expect, it } from 'vitest';
import { meaningOf, type Reply, type ReplyMeaning } from './reply-meaning.ts';
import { whatItMeans, withoutPeople } from './smtp-replies.ts';

const said = (text: string, command?: string, status?: string): Reply => ({ text, command, status });

const MEANINGS: readonly (readonly [ReplyMeaning, readonly Reply[]])[] = [
  [
    'mailbox-gone',
    [
      said('550 5.1.1 <clerk@gov.example>: Recipient address rejected: User unknown', 'RCPT TO'),
      said('550 5.1.10 Recipient not found', 'RCPT TO'),
      said('550 5.1.351 Remote server returned unknown recipient'),
      said('550 No such user here', 'RCPT'),
      said('550 5.1.6 recipient no longer on server'),
      said('551 5.1.6 moved'),
      said('553 5.1.3 bad address syntax'),
      said('550 5.1.2 bad host'),
      said('550 5.4.4 Invalid domain'),
      said('556 5.1.10 Domain does not accept mail'),
      said('550 5.4.1 [clerk@gov.example]: Recipient address rejected: Access denied', 'RCPT TO'),
      said('550-5.1.1 The account that you tried to reach does\r\n550-5.1.1 not exist.'),
      said('User unknown'),
      said('', undefined, '5.1.1'),
      said('550 mailbox unavailable', undefined, '5.1.10'),
      said('550 5.1.1 user unknown', undefined, '5.0.0'),
      said('554 5.1.1 unknown user, see https://policy.example/spf', 'DATA'),
      said('550 mailbox unavailable', 'RCPT TO'),
      said('550 Requested action not taken: mailbox unavailable', 'RCPT TO'),
      said('550 5.5.0 Requested action not taken: mailbox unavailable', 'RCPT TO'),
      said('550 5.4.310 DNS domain gov.example does not exist', 'RCPT TO'),
      said('550 DNS domain gov.example does not exist', 'RCPT TO'),
      said('550 Ungültiger Empfänger', 'RCPT TO'),
      said('550 Usuario inexistente', 'RCPT TO'),
      said('550 There is no one at this address', 'RCPT TO'),
      ...[
        'Address invalid',
        'Address not present in directory',
        'Account unavailable',
        'nobody by that name lives here',
        'non-existent user',
        'Recipient is not local',
        'This email address is wrong or no longer valid',
        'sorry, this recipient is not in my validrcptto list (#5.7.1)',
        'sorry, your envelope recipient is in my badrcptto list (#5.7.1)',
        'Invalid or unknown virtual user',
        'Name clerk not found in directory',
        'The clerk no longer works at this ministry',
        'Account has been deleted',
        'No existe ese usuario',
        'Cette adresse n’existe plus',
        'Postfach nicht gefunden',
        'Unable to route due to invalid destination domain',
        'Unknown local user',
        'Could not find a user with that name',
        'The recipient could not be found',
        'the user you are trying to contact has retired',
        'The employee has left our organisation',
        'user is no longer here',
        'email address not recognized',
        'No match for recipient',
        'Nobody of that name here',
        'not a recognised mailbox',
        'Boîte aux lettres introuvable',
        'L’adresse e-mail est introuvable',
        'Destinatario no encontrado',
        'Kein Postfach mit diesem Namen',
        'لا يوجد مستخدم بهذا الاسم',
        'العنوان غير صحيح',
      ].map((words) => said(`550 ${words}`, 'RCPT TO')),
      said('550 5.1.1 User unknown; to report a problem with spam see https://mail.example', 'RCPT TO'),
    ],
  ],
  [
    'for-now',
    [
      said('452 4.2.2 Mailbox full', 'RCPT TO'),
      said('552 5.2.2 over quota', 'RCPT TO'),
      said('550 5.1.1 <no-such-user@gov.example>: mailbox is full', 'RCPT TO'),
      said('450 4.1.1 User unknown', 'RCPT TO'),
      said('451 try later', 'DATA'),
      said('450 4.7.1 Greylisted', undefined, '5.1.1'),
      said('550 Greylisted, come back', 'RCPT TO'),
      said('450 Requested mail action not taken: mailbox unavailable', 'RCPT TO'),
      said("delivery expired (message too old) 'timeout'", undefined, '4.4.7'),
      said('550 The mailbox is over its quota', 'RCPT TO'),
      ...['user has exceeded his mailbox quota', 'Mailbox is out of space', 'Buzón sin espacio', 'boîte saturée'].map(
        (words) => said(`550 ${words}`, 'RCPT TO'),
      ),
      said('554 4.4.7 message expired', undefined, '5.1.1'),
      said('', undefined, '4.4.1'),
      said('550 5.1.1 has sent too many messages', 'RCPT TO'),
    ],
  ],
  [
    'policy',
    [
      said('550 5.7.1 rejected', 'RCPT TO'),
      said('550 5.7.1 RESOLVER.RST.AuthRequired; authentication required', 'DATA'),
      said('554 5.7.26 unauthenticated mail', 'DATA'),
      said('', undefined, '5.7.26'),
      said('550 5.7.1 Sender address rejected', 'RCPT TO'),
      said('554 Client host [192.0.2.1] blocked using bl.example', undefined, '5.0.0'),
      said('550 5.1.0 not allowed to send per its SPF record'),
      said('554 Your message looks like SPAM', 'DATA'),
      said('554 Message permanently rejected by SpamAssassin', 'DATA'),
      said('554 5.6.0 This message has been scored as spam', 'DATA'),
      said('550 Unsolicited bulk mail', 'DATA'),
      said('554 Message considéré comme indésirable', 'DATA'),
      said('550 Blocked by policy', 'RCPT TO'),
      said('554 5.7.9 Message not accepted for policy reasons', 'DATA'),
      said('554 5.7.9 Refused by the DMARC policy of its sender', 'RCPT TO'),
      said('554 Denied by mail policy', 'RCPT TO'),
      said('554 Transaction failed. SPF validation failed', 'RCPT TO'),
      said('571 Email from 192.0.2.1 is currently blocked', 'RCPT TO'),
      said('550 5.7.1 mailbox unavailable', 'RCPT TO'),
      said('550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required', 'DATA'),
    ],
  ],
  [
    'ours',
    [
      said('554 5.7.1 <x@gov.example>: Relay access denied', 'RCPT TO'),
      said('454 4.7.1 <x@gov.example>: Relay access denied', 'RCPT TO'),
      said('550 relaying denied', 'RCPT TO'),
      said('530 5.7.0 Must issue a STARTTLS command first', 'MAIL FROM'),
      said('530 5.7.1 Authentication required', 'RCPT TO'),
      said('535 5.7.8 credentials invalid', 'AUTH PLAIN'),
      said('550 Authentication required', 'RCPT TO'),
      said('550 5.7.1 Authentication required', 'RCPT TO'),
      said('550 SMTP AUTH is required for outgoing mail', 'RCPT TO'),
      said('554 5.7.8 credentials invalid', 'RCPT TO'),
      said('534 5.7.9 Application-specific password required', 'RCPT TO'),
      said('550 We do not relay', 'RCPT TO'),
      said('554 You are not allowed to relay', 'RCPT TO'),
      said('554 SMTP AUTH required', 'RCPT TO'),
      said('554 Message rejected: Email address is not verified', 'DATA'),
      said('550 5.4.5 Daily user sending limit exceeded', 'DATA'),
      said('523 5.7.10 Encryption needed', 'RCPT TO'),
      said('525 5.7.13 account disabled', 'DATA'),
      said('553 5.7.1 <letters@coalition.example>: Sender address rejected: not owned by user desk', 'RCPT TO'),
      said('550 5.7.60 Client does not have permissions to send as this sender', 'DATA'),
      said('550 5.7.1 Sender address rejected', 'MAIL FROM'),
      said('550 5.1.1 no such user', 'MAIL FROM'),
      said('451 4.3.0 try later', 'MAIL FROM'),
      said('554 no', 'CONN'),
      said('454 TLS not available', 'STARTTLS'),
      said('550 5.7.1 no', 'EHLO'),
      said('503 5.5.4 Error: send AUTH command first', 'RCPT TO'),
    ],
  ],
  [
    'other',
    [
      said('521 5.2.1 We will not accept delivery of this message', 'RCPT TO'),
      said('550 5.1.0 sender rejected', 'RCPT TO'),
      said('553 5.1.8 Domain of sender address does not exist', 'RCPT TO'),
      said('550 5.1.7 bad sender', undefined, '5.1.1'),
      said('550 Sender verify failed: no such user here'),
      ...[
        'Return address unknown',
        'From address unknown',
        'Your e-mail address does not exist',
        'Could not verify your address: no such user',
        'Your account is unknown to us',
        'The account of the sender is unknown',
        'Bounce address does not exist',
        'Reply-To address could not be found',
        'Sender: user unknown',
        'Message-ID not valid for the mailbox',
        'The recipient does not accept mail from strangers',
        'the account you are sending from does not exist',
        'The mailbox server was not found',
        'user command not recognized',
      ].map((words) => said(`550 ${words}`, 'RCPT TO')),
      said('550 5.2.1 The account is disabled', 'RCPT TO'),
      said('552 5.3.4 message too large', 'DATA'),
      said('550 5.1.0 Address rejected'),
      said('550 Rejected', 'DATA'),
      said('550 Requested action not taken: mailbox unavailable', 'DATA'),
      said('550 Requested action not taken: mailbox unavailable'),
      said('550 5.2.1 mailbox unavailable', 'RCPT TO'),
      said('550 5.2.1 <user.unknown@gov.example> not accepting', 'RCPT TO'),
      said(''),
    ],
  ],
];

describe('a reply', () => {
  for (const [meaning, replies] of MEANINGS)
    it.each(replies)(`means ${meaning}: $text $command $status`, (reply) => expect(meaningOf(reply)).toBe(meaning));

  it('is looked at to a limit, whatever it is made of', () => {
    const worst = ['a', '<', '@', '550 ', '5.1.1 ', '5.1.', '\n', 'é\u0301', '550-', "'", ' '].map((one) =>
      one.repeat(1_000_000),
    );
    const before = process.cpuUsage();
    for (const text of worst) {
      meaningOf({ text });
      withoutPeople(text);
    }
    expect(process.cpuUsage(before).user / worst.length).toBeLessThan(50_000);
  });
});

describe('a failure', () => {
  const failure = (responseCode: number, response: string, command: string) =>
    whatItMeans(Object.assign(new Error(), { responseCode, response, command }));

  it('is for good or for now by its code', () => {
    expect(failure(550, '550 5.1.1 no such user', 'RCPT TO')).toMatchObject({
      permanent: true,
      meaning: 'mailbox-gone',
    });
    expect(failure(451, '451 later', 'DATA')).toMatchObject({ temporary: true, meaning: 'for-now' });
    expect(failure(421, '421 going away', 'DATA')).toMatchObject({ temporary: false, permanent: false });
    expect(failure(999, '999 what', 'RCPT TO')).toMatchObject({ temporary: false, permanent: false });
  });

  it('keeps no address', () => {
    expect(withoutPeople('550 5.1.1 <a.clerk@gov.example>: no (b@gov.example),\r\n c@gov.example')).toBe(
      '550 5.1.1 …: no … …',
    );
    expect(withoutPeople(`${'x '.repeat(999)}clerk.of.the.house@gov.example`)).not.toContain('clerk');
    expect(withoutPeople(`${' '.repeat(1_990)}clerk.of.the.house@gov.example`)).toBe('');
  });
});
