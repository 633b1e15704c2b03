import { expect, it } from 'vitest';
import { checkSettings } from './going-live.ts';
import { readSettings } from './settings.ts';

const missingIn = (env: Record<string, string>) =>
  checkSettings(readSettings(env, '/'))
    .filter(({ is }) => is === 'missing')
    .map(({ setting }) => setting);

const named = { OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.org' };
const live = {
  ...named,
  PUBLIC_URL: 'https://coalition.org',
  SMTP_URL: 'smtps://relay.coalition.org',
  MAIL_DOMAIN: 'letters.coalition.org',
};

it('a demonstration misses what people need; a site that is set up misses nothing', () => {
  expect(missingIn({})).toEqual(['OPERATOR_NAME', 'OPERATOR_EMAIL', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_DOMAIN']);
  expect(missingIn(live)).toEqual([]);
});

it('names that can be nobody’s are as good as none', () => {
  expect(missingIn({ ...live, OPERATOR_EMAIL: 'desk@coalition.example' })).toEqual(['OPERATOR_EMAIL']);
  expect(missingIn({ ...live, MAIL_DOMAIN: 'letters.coalition.test' })).toEqual(['MAIL_DOMAIN']);
  expect(missingIn({ ...live, PUBLIC_URL: 'http://localhost:3000' })).toEqual(['PUBLIC_URL']);
  expect(missingIn(named)).toEqual(['PUBLIC_URL', 'SMTP_URL', 'MAIL_DOMAIN']);
});
