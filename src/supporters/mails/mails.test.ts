import { describe, expect, it } from 'vitest';
import { confirmationMail } from '../../actions/mails/confirmation-mail.ts';
import { langs } from '../../config/langs.ts';
import { dataLinkMail } from './data-link-mail.ts';

const link = 'https://justice.example/en/confirm/abc';
const until = new Date('2026-07-24T10:00:00Z');

describe.each(langs)('the mails in %s', (lang) => {
  it.each(['letter', 'pledge'] as const)('ask to confirm a %s, and say what happens otherwise', (kind) => {
    const mail = confirmationMail(
      { kind, lang, campaign: 'United by Common Bonds', link, until, zone: 'UTC' },
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

  it('have no line break in a subject', () => {
    const mail = confirmationMail(
      { kind: 'letter', lang, campaign: 'United by Common Bonds', link, until, zone: 'UTC' },
      'Justice Works',
    );
    expect(mail.subject + dataLinkMail(lang, link, 'Justice Works').subject).not.toMatch(/[\r\n]/);
  });
});
