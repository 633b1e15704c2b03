import { checkSettings, type SettingCheck } from '../src/config/going-live.ts';
import type { Settings } from '../src/config/settings.ts';
import { findMailRecords, type MailRecord } from '../src/mail/mail-records.ts';
import { sendTestMail } from '../src/mail/test-mail.ts';
import { readMailbox } from '../src/text/mailbox.ts';
import { sayLine } from './lifecycle.ts';

/** What is set, what is missing and what follows from that; ends with 1 where something is missing. */
export async function checkLive(settings: Settings, json: boolean): Promise<void> {
  const all = checkSettings(settings);
  const records = await findMailRecords(settings);
  if (json) console.log(JSON.stringify([...all, ...records], null, 2));
  else {
    for (const one of all) sayLine(line(one));
    for (const one of records) sayLine(recordLine(one));
  }
  if (all.some(({ is }) => is === 'missing')) process.exitCode = 1;
}

function line({ setting, is, says }: SettingCheck): string {
  return `${is.padEnd(8)} ${setting}: ${says}`;
}

/** What DNS says of the mail domain; nothing depends on it here, as it may be asked from another place than where mail leaves. */
function recordLine({ kind, name, is, says }: MailRecord): string {
  const found = { found: says.join(' | '), none: 'there is none', 'other-key': 'another key than DKIM_KEY_FILE' };
  return `${'DNS'.padEnd(8)} ${kind.toUpperCase()} ${name}: ${is === 'no-resolver' ? 'no resolver answered' : found[is]}`;
}

/** Sends a mail to oneself, by the way that all mails go. */
export async function checkMail(settings: Settings, typed: string): Promise<void> {
  const mailbox = readMailbox(typed);
  if (!mailbox) throw new Error(`${typed} is no e-mail address`);
  const result = await sendTestMail(settings, mailbox.address);
  const reply = 'reply' in result ? result.reply : '';
  if (result.outcome !== 'accepted') throw new Error(`the mail did not leave (${result.outcome}): ${reply}`);
  sayLine(`handed over: ${reply}; see whether it arrives, and whether it is taken for spam`);
}
