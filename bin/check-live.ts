import { checkSettings, type SettingCheck } from '../src/config/going-live.ts';
import type { Settings } from '../src/config/settings.ts';
import { sendTestMail } from '../src/mail/test-mail.ts';
import { readMailbox } from '../src/text/mailbox.ts';
import { sayLine } from './lifecycle.ts';

/** What is set, what is missing and what follows from that; ends with 1 where something is missing. */
export function checkLive(settings: Settings, json: boolean): void {
  const all = checkSettings(settings);
  if (json) console.log(JSON.stringify(all, null, 2));
  else for (const one of all) sayLine(line(one));
  if (all.some(({ is }) => is === 'missing')) process.exitCode = 1;
}

function line({ setting, is, says }: SettingCheck): string {
  return `${is.padEnd(8)} ${setting}: ${says}`;
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
