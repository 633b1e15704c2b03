import { expect, it } from 'vitest';
import { readMailbox } from '../text/mailbox.ts';
import { messageMaker } from './mail.ts';

const make = messageMaker({ MAIL_DOMAIN: 'mail.example', DKIM_KEY_FILE: undefined, DKIM_SELECTOR: 'cb' });

it.each([
  ...['Q&A.desk@council.example', 'first/last@mail.example', 'user=tag@mail.example', 'a%b@mail.example'],
  ...["o'brien!#$*?^_`{|}~@mail.example", 'info@Почта.РФ', 'info@उदाहरण.भारत', 'info@faß.example'],
])('a mail to %s goes to that address and no other', async (typed) => {
  const { address = '' } = readMailbox(typed) ?? {};
  const mail = {
    ...{ from: { name: 'A', address: 'from@mail.example' }, to: address, subject: 'S', text: 'T' },
    ...{ lang: 'en' as const, at: new Date(), automatic: false },
  };
  const { to, bytes } = await make(mail, 'bounce@mail.example');
  const [, header] = /^To: (.*)\r$/m.exec(bytes.toString('latin1')) ?? [];
  expect([to, header]).toEqual([address, address]);
});
