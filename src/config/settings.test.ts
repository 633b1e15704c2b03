import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './root.ts';
import { InvalidSettingsError, readSettings, settingNames } from './settings.ts';

function wrongLines(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env, '/srv/site');
  } catch (error) {
    if (error instanceof InvalidSettingsError) return error.lines;
  }
  return [];
}

describe('settings', () => {
  it('are a demonstration on this machine when nothing is set', () => {
    const settings = readSettings({}, '/srv/site');
    expect(settings.operator).toBeUndefined();
    expect(settings.PUBLIC_URL).toBe('http://localhost:3000');
    expect(settings.DATA_DIR).toBe('/srv/site/data');
    expect(settings.HOST).toBe('127.0.0.1');
  });

  it('name the operator once name and e-mail are given', () => {
    const settings = readSettings({ OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.example' }, '/');
    expect(settings.operator).toEqual({
      name: 'Test Coalition',
      email: 'desk@coalition.example',
      address: undefined,
      accounts: [],
    });
  });

  it('give one line for each wrong setting, naming it', () => {
    const lines = wrongLines({ PORT: 'eighty', DATABASE_URL: 'mysql://x', PUBLIC_URL: 'ftp://x' });
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['DATABASE_URL', 'PORT', 'PUBLIC_URL']);
  });

  it.each([
    [{ OPERATOR_NAME: 'Test Coalition' }, 'OPERATOR_NAME and OPERATOR_EMAIL'],
    [{ DKIM_SELECTOR: 's1' }, 'DKIM_SELECTOR and DKIM_KEY_FILE'],
    [{ SEALING_KEY: 'c2hvcnQ=' }, 'SEALING_KEY'],
    [
      { SMTP_URL: 'smtp://127.0.0.1', OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.example' },
      'MAIL_DOMAIN',
    ],
    [
      {
        SMTP_URL: 'smtp://127.0.0.1',
        MAIL_DOMAIN: 'letters.coalition.test',
        OPERATOR_NAME: 'Test Coalition',
        OPERATOR_EMAIL: 'desk@coalition.example',
      },
      'PUBLIC_URL',
    ],
  ])('refuse what can’t be together: %o', (env, named) => {
    expect(wrongLines(env as Record<string, string>)[0]).toContain(named);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT: must be a whole number from 0 to 65535'],
    [{ TIME_ZONE: 'Nairobi' }, 'TIME_ZONE: must be a name like Africa/Nairobi or Europe/Paris'],
    [{ TIME_ZONE: '+03:00' }, 'TIME_ZONE: must be a name like Africa/Nairobi or Europe/Paris'],
    [{ HOST: 'bad host' }, 'HOST: must be an IP address or a host name'],
    [{ PUBLIC_URL: 'https://x.example/path' }, 'PUBLIC_URL: must have no path'],
    [{ MAIL_DOMAIN: 'letters_justice' }, 'MAIL_DOMAIN: must be a domain like letters.justice.example'],
    [{ OPERATOR_NAME: 'A' }, 'OPERATOR_NAME: must have 2 to 120 characters'],
    [
      { TRUSTED_PROXIES: '10.0.0.0/8, zz' },
      'TRUSTED_PROXIES: must be addresses or networks like 127.0.0.1, 10.0.0.0/8',
    ],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES: must be addresses or networks like 127.0.0.1, 10.0.0.0/8'],
  ])('say in words what would be right: %o', (env, line) => {
    expect(wrongLines(env as Record<string, string>)).toContain(line);
  });

  it('take an empty value for one that is not set', () => {
    expect(readSettings({ SMTP_URL: '', PORT: ' ' }, '/').PORT).toBe(3000);
  });

  it.each([
    'desk',
    'desk@host',
    'a@b@c.example',
    '"a b"@c.example',
    `${'a'.repeat(65)}@c.example`,
    'desk@-c.example',
    'désk@c.example',
    'desk@c.example, x@c.example',
    'Desk <desk@c.example>',
    'desk@c.example?cc=x@c.example',
    'desk@[192.0.2.1]',
  ])('refuse %s as the operator’s mailbox, in one line', (typed) => {
    expect(wrongLines({ OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: typed })).toEqual([
      'OPERATOR_EMAIL: must be one e-mail address, like desk@justice.example',
    ]);
  });

  it.each([
    [' desk@coalition.example ', 'desk@coalition.example'],
    ['a&b/c=d%e@Coalition.EXAMPLE', 'a&b/c=d%e@coalition.example'],
    ['desk@почта.рф', 'desk@xn--80a1acny.xn--p1ai'],
  ])('read the operator’s mailbox as forms do: %s', (typed, address) => {
    expect(readSettings({ OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: typed }, '/').operator?.email).toBe(address);
  });

  it('read trusted proxies as a list', () => {
    expect(readSettings({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }, '/').TRUSTED_PROXIES).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
    ]);
  });

  it('are all explained in .env.example, and nothing else is', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const explained = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual([...settingNames].sort());
  });

  it('stand in .env.example with the value that holds without them, unless it speaks of bonds.example', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const without: Readonly<Record<string, unknown>> = readSettings({}, '/');
    const said = [...example.matchAll(/^#?([A-Z][A-Z_]+)=(.+)$/gm)].filter(
      ([, , value = '']) => !value.includes('bonds.example'),
    );
    expect(said.length).toBeGreaterThan(10);
    for (const [, name = '', value = ''] of said) {
      const set: Readonly<Record<string, unknown>> = readSettings({ [name]: value }, '/');
      // What follows from another setting is worked out where it is needed.
      const follows = name === 'BACKUP_DIR' ? `${without.DATA_DIR}/backups` : without[name];
      expect.soft(set[name], name).toEqual(follows);
    }
  });
});
