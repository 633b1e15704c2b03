import { expect, it } from 'vitest';
import { readSettings, settingNames } from './settings.ts';
import { shownSettings } from './shown-settings.ts';

const KEY = Buffer.from('the sealing key that nobody sees').toString('base64');
const SECRET = 'nobody-may-see-this';
const env = {
  SEALING_KEY: KEY,
  METRICS_TOKEN: `${SECRET}-token`,
  SMTP_URL: `smtps://${SECRET}:${SECRET}@relay.coalition.internal:465/?tls.passphrase=${SECRET}`,
  DATABASE_URL: `postgresql://cb:${SECRET}@db.internal:5432/cb?password=${SECRET}`,
  PUBLIC_URL: `https://${SECRET}:${SECRET}@justice.internal`,
};
const shown = (more: Record<string, string> = {}) => shownSettings(readSettings({ ...env, ...more }, '/srv'));
const settingNamed = (name: string, all = shown()) => all.find((one) => one.name === name);

it('every setting is there, and of no secret a letter', () => {
  const all = shown();
  expect(all.map(({ name }) => name).toSorted()).toEqual([...settingNames].toSorted());
  expect(JSON.stringify(all)).not.toMatch(new RegExp(`${SECRET}|${KEY.slice(0, 8)}`));
  for (const name of ['SEALING_KEY', 'METRICS_TOKEN'])
    expect(settingNamed(name)).toEqual({ name, value: undefined, secret: true });
});

it('of addresses with a password it says where they lead', () => {
  expect(settingNamed('SMTP_URL')?.value).toBe('smtps://relay.coalition.internal:465/');
  expect(settingNamed('DATABASE_URL')?.value).toBe('postgresql://db.internal:5432/cb');
  expect(settingNamed('PUBLIC_URL')?.value).toBe('https://justice.internal/');
});

it.each([
  `postgresql://cb:12/${SECRET}@db.internal/cb`,
  `postgresql://cb:12#${SECRET}@db.internal/cb`,
  `postgresql://cb:12?${SECRET}@db.internal/cb`,
  `postgresql:///cb?host=/run&password=${SECRET}`,
  `postgresql://cb:${SECRET}@one.internal:1,two.internal:2/cb`,
])('nothing of one that can’t be taken apart: %s', (DATABASE_URL) => {
  const all = shown({ DATABASE_URL });
  expect(JSON.stringify(all)).not.toContain(SECRET);
  expect(settingNamed('DATABASE_URL', all)?.secret).toBe(true);
});

it('what nobody set says so', () => {
  expect(settingNamed('BOUNCE_PORT')).toEqual({ name: 'BOUNCE_PORT', value: undefined, secret: false });
  expect(settingNamed('TRUSTED_PROXIES')?.value).toBeUndefined();
  expect(settingNamed('BACKUP_BEFORE_UPGRADE')?.value).toBe('1');
});
