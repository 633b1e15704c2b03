import { randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { deriveKeys } from '../config/keys.ts';
import type { Lang } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { readSettings } from '../config/settings.ts';
import { messageMaker } from '../mail/mail.ts';
import { letterMail } from './letter-mail.ts';

const settings = readSettings({ OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.example' }, root);
const make = messageMaker(settings);

async function arrived(lang: Lang, writer: { name: string; country: string; locality: string }) {
  const app = { settings, keys: deriveKeys(randomBytes(32)) };
  const sent = {
    text: { subject: 'Justice', body: 'Justice.', lang },
    writer: { ...writer, address: 'amina@mail.example' },
    campaign: { name: 'United by Common Bonds', slug: 'united-by-common-bonds', through: 'Test Coalition' },
    to: 'minister@gov.example',
    channelId: '01a21ce5-9753-745a-8028-a80951876ac8',
  };
  const { bytes } = await make(letterMail(app, sent, new Date()), 'return@letters.example');
  return simpleParser(bytes);
}

describe('who wrote a letter', () => {
  it('stands apart in its text where the name runs the other way, and in no header with a sign of that', async () => {
    const mail = await arrived('en', { name: 'أمينة قاسم', country: 'Kenya', locality: 'نيروبي' });
    expect(mail.text).toContain(
      'Written by \u2068أمينة قاسم\u2069, \u2068نيروبي, Kenya\u2069. Answers go to amina@mail.example.',
    );
    expect(mail.from?.value[0]?.name).toBe('أمينة ق. via United by Common Bonds');
    expect(mail.replyTo?.value[0]?.name).toBe('أمينة قاسم');
  });

  it('stands apart in Arabic too, and needs nothing where all runs one way', async () => {
    const mail = await arrived('ar', { name: 'Amina Kassim', country: 'كينيا', locality: 'Nairobi' });
    expect(mail.text).toContain('\u2068Amina Kassim\u2069');
    expect((await arrived('en', { name: 'Amina Kassim', country: 'Kenya', locality: 'Nairobi' })).text).not.toMatch(
      /[\u2066-\u2069]/,
    );
  });
});
