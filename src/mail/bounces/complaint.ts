import type { OpenedMail } from './open-mail.ts';

/** What somebody who got a letter may say of it (RFC 5965 section 7.3); `auth-failure` and `not-spam` complain of nothing. */
const COMPLAINTS: readonly string[] = ['abuse', 'fraud', 'virus', 'other', 'opt-out', 'opt-out-list', 'miscategorized'];

/** The part of a mail that says that it is a feedback report (RFC 5965); undefined for any other mail. */
export function feedbackOf(mail: OpenedMail): { complains: boolean } | undefined {
  const report = mail.parts.find(({ type }) => type === 'message/feedback-report');
  if (!report) return undefined;
  const type = /^feedback-type[ \t]{0,20}:(?:[ \t]{0,20}\r?\n)?[ \t]{0,20}([a-z-]{1,40})/im.exec(
    report.text.slice(0, 4_000),
  )?.[1];
  return { complains: COMPLAINTS.includes(type?.toLowerCase() ?? 'other') };
}
