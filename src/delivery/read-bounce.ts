import { simpleParser } from 'mailparser';

/** What a delivery status notification says of one recipient (RFC 3464 section 2.3). */
export interface Bounce {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`. */
  readonly status: string;
  /** The other server's words, where they are given. */
  readonly words: string;
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/**
 * Reads a delivery status notification: a multipart/report whose second part says, in fields, what became of the mail.
 * @returns undefined for any other mail, such as an answer or a holiday notice
 */
export async function readBounce(raw: Buffer): Promise<Bounce | undefined> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true }).catch(() => undefined);
  const report = mail?.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  const text = report ? report.content.toString('utf8') : inlineReport(raw);
  if (!text) return undefined;
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.+(?:\\r?\\n[ \\t]+.+)*)`, 'im').exec(text)?.[1]?.replace(/\s+/g, ' ').trim();
  const action = actions.find((one) => one === field('Action')?.toLowerCase());
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field('Status') ?? '')?.[0];
  if (!action || !status) return undefined;
  return { action, status, words: (field('Diagnostic-Code') ?? '').replace(/^smtp;\s*/i, '') };
}

/** Some parsers take the report for text; it stands in the mail all the same. */
function inlineReport(raw: Buffer): string | undefined {
  const lines = raw.toString('latin1').split(/\r?\n/);
  if (!lines.some((line) => /^content-type:\s*multipart\/report/i.test(line))) return undefined;
  const head = lines.findIndex((line) => /^content-type:\s*message\/delivery-status/i.test(line));
  const blank = head < 0 ? -1 : lines.indexOf('', head);
  return blank < 0 ? undefined : lines.slice(blank + 1).join('\n');
}
