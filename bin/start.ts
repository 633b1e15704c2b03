import { checkSettings, type SettingCheck } from '../src/config/going-live.ts';
import { keyFile } from '../src/config/key-file.ts';
import { whyMailStays } from '../src/config/mail-stays.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { startProcess } from '../src/main.ts';
import { tellFirstLink } from '../src/office/first-link.ts';
import { tellLostPasskeys } from '../src/office/tell-passkeys.ts';
import { runUntilStopped } from './lifecycle.ts';

await runUntilStopped(async (say) => {
  const settings = readSettings(process.env, root);
  const running = await startProcess(settings, { web: true, work: settings.WORK }, say);
  if (settings.SMTP_URL && !whyMailStays(settings))
    say(`mail:  leaves through ${new URL(settings.SMTP_URL).host}, from ${settings.MAIL_DOMAIN}`);
  say(`data:  ${settings.DATABASE_URL ? 'in the PostgreSQL of DATABASE_URL' : settings.DATA_DIR}`);
  say(`key:   ${settings.SEALING_KEY ? 'SEALING_KEY' : keyFile(settings)} (keep a copy apart from the backups)`);
  if (!settings.operator)
    say(
      'This is a demonstration: set OPERATOR_NAME and OPERATOR_EMAIL to run a campaign (docs/operating/going-live.md).',
    );
  else for (const { setting, says } of checkSettings(settings).filter(isMissing)) say(`live:  ${setting}: ${says}`);
  say(`site:  ${settings.PUBLIC_URL}`);
  const office = await tellFirstLink(running.app, process.stdout.isTTY === true);
  if (office) say(office);
  const lost = await tellLostPasskeys(running.app);
  if (lost) say(lost);
  return () => running.stop();
});

function isMissing({ is }: SettingCheck): boolean {
  return is === 'missing';
}
