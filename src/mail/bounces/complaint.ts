import type { OpenedMail } from './open-mail.ts';

/** What somebody who got a letter may say of it (RFC 5965 section 7.3); `auth-failure` and `not-spam` complain of nothing. */
const COMPLAINTS: readonly string[] = ['abuse', 'fraud', 'virus', 'other', 'opt-out', 'opt-out-list', 'miscategorized'];

/** Outlook.com encloses what somebody complains of, and says so in its subject alone (its Junk Mail Reporting Program). */
function isOutlooks({ subject, parts, header }: OpenedMail): boolean {
  return (
    /^\s*complaint about message from /i.test(subject) &&
    /<?staff@hotmail\.com>?$/i.test(header('from').slice(-100)) &&
    parts.some(({ type }) => type === 'message/rfc822')
  );
}

/** The part of a mail that says that it is a feedback report (RFC 5965); undefined for any other mail. */
export function feedbackOf(mail: OpenedMail): { complains: boolean } | undefined {
  const report = mail.parts.find(({ type }) => type === 'message/feedback-report');
  if (!report) return isOutlooks(mail) ? { complains: true } : undefined;
  const type =
    /^feedback-type[ \t]{0,20}:(?:[ \t]{0,20}\r?\n)?[ \t]{0,20}(?:\([^)]{0,80}\)[ \t]{0,20})?([a-z-]{1,40})/im.exec(
      report.text.slice(0, 4_000),
    )?.[1];
  return { complains: COMPLAINTS.includes(type?.toLowerCase() ?? 'other') };
}
