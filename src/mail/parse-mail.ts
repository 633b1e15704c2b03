import type { ParsedMail, SimpleParserOptions } from 'mailparser';

/** Parses a mail (RFC 5322). The library is loaded with the first mail: most processes never read one, and it takes megabytes. */
export async function parseMail(bytes: Buffer, options: SimpleParserOptions = {}): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  return simpleParser(bytes, options);
}
