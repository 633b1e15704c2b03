import { deliveryReport, plainMail, recipient } from './returned-mail.ts';

/** Each header that is read or that the parser takes apart, as often as a head may have it. */
const often = (name: string) => (text: string) => {
  const half = text.replace(/[\r\n]/g, '').slice(0, 1_950);
  return deliveryReport({ headers: Array.from({ length: 60 }, () => `${name}: ${half}\r\n ${half}`) });
};
const body = (headers: string) => (text: string) =>
  Buffer.from(`From: MAILER-DAEMON@mx.gov.example\r\n${headers}\r\n\r\n${text}`);

/** A returned mail with a text in one of its parts, by the part. */
export const bouncesWith: Readonly<Record<string, (text: string) => Buffer>> = {
  'everything, without a head': (text) => Buffer.from(text),
  'its recipient': (text) => deliveryReport({ to: text }),
  'its sender': (text) => deliveryReport({ from: text }),
  'its subject': (text) => deliveryReport({ subject: text }),
  'a name of a header': (text) => deliveryReport({ headers: [`${text}: x`] }),
  'its date': (text) => deliveryReport({ headers: [`Date: ${text}`] }),
  'many recipients': often('To'),
  'many types': often('Content-Type'),
  'many references': often('References'),
  'many lists': often('List-Post'),
  'its type': (text) => deliveryReport({ container: text }),
  'its boundary': (text) => deliveryReport({ container: `multipart/report; boundary="${text}"` }),
  'its notice': (text) => deliveryReport({ text }),
  'a notice of text alone': (text) => plainMail(`550 5.1.1 ${text}`),
  'a notice in HTML': body('Content-Type: text/html'),
  'a notice in quoted-printable': body('Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable'),
  'a notice in base64': body('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64'),
  'the type of its report': (text) => deliveryReport({ reportType: text }),
  'a name of a field': (text) => deliveryReport({ fields: [`${text}: x`] }),
  'the reported recipient': (text) => deliveryReport({ fields: recipient('failed', '5.1.1', 'x', text) }),
  'the action': (text) => deliveryReport({ fields: recipient(text, '5.1.1') }),
  'the status': (text) => deliveryReport({ fields: recipient('failed', text) }),
  'the diagnostic': (text) => deliveryReport({ fields: recipient('failed', '5.1.1', text) }),
  'a report in base64': (text) => deliveryReport({ encoding: 'base64', fields: recipient('failed', '5.1.1', text) }),
  'a complaint': (text) =>
    deliveryReport({ reportType: 'message/feedback-report', fields: [`Feedback-Type: ${text}`] }),
  'the returned letter': (text) => deliveryReport({ returned: [text] }),
  'the enclosed notice': (text) => body('Content-Type: message/rfc822')(deliveryReport({ text }).toString()),
  'many parts': (text) => deliveryReport({ text: `\r\n--part\r\n\r\n${text.slice(0, 40)}`.repeat(1_200) }),
};
