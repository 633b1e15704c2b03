import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { deriveKeys } from '../../src/config/keys.ts';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import { letterMail } from '../../src/letters/letter-mail.ts';
import { messageMaker } from '../../src/mail/mail.ts';
import { newBounceId, returnPathOf } from '../../src/mail/return-path.ts';
import { smtpTransport } from '../../src/mail/smtp.ts';

/**
 * What delivery costs without a database: letters composed, signed and handed over by the product's own parts, as many at once.
 * Arguments: the sink's port, the file with the key for DKIM, how many letters, the length of one. Prints how many left a second.
 */
const [port, DKIM_KEY_FILE = '', count, length] = process.argv.slice(2);
const WORKERS = 16;
const MAIL_DOMAIN = 'letters.bench.internal';

const keys = deriveKeys(randomBytes(32));
const settings = readSettings(
  { MAIL_DOMAIN, DKIM_KEY_FILE, DKIM_SELECTOR: 'b', PUBLIC_URL: 'https://bench.internal' },
  root,
);
const compose = messageMaker(settings);
const { send, close } = smtpTransport(`smtp://127.0.0.1:${port}`);
const body = 'Whether it opens depends on governments, and so on Kenya. '.repeat(Math.ceil(Number(length) / 58));

let next = 0;
async function hand(): Promise<void> {
  while (next < Number(count)) {
    next += 1;
    const sent = {
      text: { subject: 'International justice: what I ask of you', body, lang: 'en' as const },
      writer: { name: 'Amina K.', address: `amina.${next}@mail.example`, country: 'Kenya' },
      campaign: { name: 'United by common bonds', slug: 'united-by-common-bonds', through: 'Bench Coalition' },
      to: `desk@office-${next % 400}.bench.internal`,
      channelId: randomUUIDv7(),
    };
    const mail = letterMail({ settings, keys }, sent, new Date());
    const { outcome } = await send(await compose(mail, returnPathOf(keys, newBounceId(), MAIL_DOMAIN)));
    if (outcome !== 'accepted') throw new Error(`a letter was ${outcome}`);
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: WORKERS }, hand));
console.log((1_000 * Number(count)) / (performance.now() - began));
await close();
