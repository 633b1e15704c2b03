/** What every room that sends mail tells of: how many of it wait, each under its own name. */
export const mailWaiting = {
  name: 'mail_waiting',
  help: 'Mails whose time has come and that have not left, 10,000 at most',
  label: 'what',
} as const;
