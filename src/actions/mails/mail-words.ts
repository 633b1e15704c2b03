/** A mail before it has an addressee: plain text, lines as long as they come. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

export function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
