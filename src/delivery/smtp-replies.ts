/** What nodemailer throws: the server's reply, where there was one. */
export interface SmtpFailure extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  /** The command that was answered. */
  readonly command?: string;
}

const LONGEST_REPLY = 200;

/** Reads a failure: a reply of 5xx is for good, 4xx for now (RFC 5321 section 4.2.1); without a reply nobody said anything. */
export function whatItMeans(failure: SmtpFailure): { permanent: boolean; temporary: boolean; reply: string } {
  const code = failure.responseCode ?? 0;
  // 421 means that the server is going away, at any moment: of a body that was sent nothing is known then.
  const answered = code >= 400 && code !== 421;
  return {
    permanent: answered && code >= 500,
    temporary: answered && code < 500,
    reply: withoutPeople(failure.response ?? failure.code ?? 'no reply'),
  };
}

/** A server's words without the addresses in them, on one line. */
export function withoutPeople(reply: string): string {
  return reply
    .replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REPLY);
}

/** The enhanced status code (RFC 3463) of a reply, e.g. `5.1.1`; undefined where none is given. */
export function enhancedCode(reply: string): string | undefined {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1];
}

/** The mailbox is not there (RFC 3463, x.1.1 to x.1.6, and a moved mailbox). */
export function saysUnknownMailbox(reply: string): boolean {
  return /^5\.1\.[0-36]$/.test(enhancedCode(reply) ?? '');
}

/** The receiver refuses us for its policy (RFC 3463, x.7.x): more letters would only make it worse. */
export function saysPolicy(reply: string): boolean {
  return /^5\.7\./.test(enhancedCode(reply) ?? '');
}

/** Whether these are a mail server's words: they begin with a reply code (RFC 5321) or an enhanced one (RFC 3463). */
export function isReply(words: string): boolean {
  return /^[245](?:\d\d[ -]|\.\d{1,3}\.\d)/.test(words);
}
