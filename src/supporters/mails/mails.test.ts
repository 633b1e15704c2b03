import { describe, expect, it } from 'vitest';
import { confirmationMail } from '../../actions/mails/confirmation-mail.ts';
import { langs } from '../../config/langs.ts';
import { rooms } from '../../rooms.ts';
import { dataLinkMail } from './data-link-mail.ts';

const link = 'https://justice.example/en/confirm/abc';
const until = new Date('2026-07-24T10:00:00Z');

const kinds = rooms.flatMap(({ actionKinds = [] }) => actionKinds);

describe.each(langs)('the mails in %s', (lang) => {
  it.each(kinds)('ask to confirm a $kind, and say what happens otherwise', ({ says }) => {
    const mail = confirmationMail(
      { says, lang, campaign: 'United by Common Bonds', link, until, zone: 'UTC' },
      'Justice Works',
    );
    expect(mail.subject).toContain('United by Common Bonds');
    expect(mail.text.split('\n')).toContain(link);
    expect(mail.text).toMatch(/2026/);
    expect(mail.text).toContain('Justice Works');
  });

  it('give the link to one’s data', () => {
    expect(dataLinkMail(lang, link, 'Justice Works').text.split('\n')).toContain(link);
  });

  it.each(kinds)('have no line break in a subject, of a $kind', ({ says }) => {
    const mail = confirmationMail(
      { says, lang, campaign: 'United by Common Bonds', link, until, zone: 'UTC' },
      'Justice Works',
    );
    expect(mail.subject + dataLinkMail(lang, link, 'Justice Works').subject).not.toMatch(/[\r\n]/);
  });
});
