import { describe, expect, it } from 'vitest';
import { countingWork } from '../../../test/support/counted-work.ts';
import { deliveryReport, OFFICE, plainMail, recipient } from '../../../test/support/returned-mail.ts';
import { unconnectedApp } from '../../../test/support/unconnected.ts';
import { worstTexts } from '../../../test/support/worst-texts.ts';
import { readBounce } from '../read-bounce.ts';
import { meaningOf } from '../reply-meaning.ts';
import { withoutPeople } from '../smtp-replies.ts';
import { bounceIdIn } from './bounce-id.ts';
import { boundedMail, LARGEST_READ } from './bounded-mail.ts';

/** Each header that is read or that the parser takes apart, as often as a head may have it. */
const often = (name: string) => (text: string) => {
  const half = text.replace(/[\r\n]/g, '').slice(0, 1_950);
  return deliveryReport({ headers: Array.from({ length: 60 }, () => `${name}: ${half}\r\n ${half}`) });
};
const body = (headers: string) => (text: string) =>
  Buffer.from(`From: MAILER-DAEMON@mx.gov.example\r\n${headers}\r\n\r\n${text}`);

const parts: Readonly<Record<string, (text: string) => Buffer>> = {
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
/** Every expression goes over the mail a few times at most; some twenty look at it. */
const MOST = 25 * LARGEST_READ;

describe('a returned mail that is as bad as can be in', () => {
  it.each(Object.entries(parts))('%s costs what its beginning costs', async (_, make) => {
    for (const [name, text] of worstTexts()) {
      const raw = make(text);
      const work = await countingWork(() => readBounce(raw, { recipient: OFFICE, nullSender: true }));
      expect(work.matched, name).toBeLessThan(MOST);
      expect([work.normalized, work.segmented], name).toEqual([0, 0]);
    }
  });

  it.each(Object.entries(parts))('%s is cut before anything looks at it', (_, make) => {
    for (const [name, text] of worstTexts()) {
      const bounded = boundedMail(make(text));
      const lines = bounded.toString('latin1').split('\n');
      expect(bounded.length, name).toBeLessThanOrEqual(LARGEST_READ);
      expect(lines.length, name).toBeLessThanOrEqual(5_000);
      expect(
        lines.filter((line) => line.length > 2_000),
        name,
      ).toEqual([]);
    }
  });

  it('nothing that tells its return path costs more than its length', async () => {
    const { keys } = unconnectedApp();
    for (const [name, text] of worstTexts(LARGEST_READ)) {
      const work = await countingWork(() => bounceIdIn(keys, Buffer.from(text)));
      expect(work.matched, name).toBeLessThanOrEqual(4 * LARGEST_READ);
    }
  });
});

describe('a reply of a server that is as bad as can be', () => {
  it.each(worstTexts(1_000_000))('%s costs what its beginning costs', async (_, text) => {
    const work = await countingWork(() => {
      meaningOf({ text: `550 ${text}`, status: text.slice(0, 2_000) });
      withoutPeople(text);
    });
    expect(work.matched).toBeLessThan(100 * 2_000);
    expect(withoutPeople(text).length).toBeLessThanOrEqual(200);
  });
});
