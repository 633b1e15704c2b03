/** What may vary in a returned mail; everything else is as a good server writes it. */
export interface Report {
  readonly to?: string;
  readonly from?: string;
  readonly subject?: string;
  /** Headers besides, each a whole line. */
  readonly headers?: readonly string[];
  readonly container?: string;
  readonly text?: string;
  readonly reportType?: string;
  readonly encoding?: 'base64' | 'quoted-printable';
  /** The fields about recipients. */
  readonly fields?: readonly string[];
  readonly returned?: readonly string[];
}

export const OFFICE = 'office@gov.example';

/** Fields about one recipient, as RFC 3464 has them. */
export function recipient(action: string, status: string, diagnostic?: string, address = OFFICE): string[] {
  return [
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    ...(status ? [`Status: ${status}`] : []),
    ...(diagnostic ? [`Diagnostic-Code: smtp; ${diagnostic}`] : []),
    '',
  ];
}

/** A delivery report (RFC 3464). */
export function deliveryReport(report: Report = {}): Buffer {
  const fields = ['Reporting-MTA: dns; mx.gov.example', '', ...(report.fields ?? recipient('failed', '5.1.1'))].join(
    '\r\n',
  );
  return Buffer.from(
    [
      ...headOf(report),
      'MIME-Version: 1.0',
      `Content-Type: ${report.container ?? 'multipart/report; report-type=delivery-status'}; boundary="part"`,
      '',
      '--part',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      report.text ?? 'It could not be delivered.',
      '',
      '--part',
      `Content-Type: ${report.reportType ?? 'message/delivery-status'}`,
      ...(report.encoding ? [`Content-Transfer-Encoding: ${report.encoding}`] : []),
      '',
      encoded(fields, report.encoding),
      '',
      '--part',
      'Content-Type: text/rfc822-headers',
      '',
      ...(report.returned ?? ['From: letters@coalition.example', 'Subject: A letter']),
      '',
      '--part--',
      '',
    ].join('\r\n'),
  );
}

/** A mail of text alone. */
export function plainMail(text: string, report: Report = {}): Buffer {
  return Buffer.from([...headOf(report), 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n'));
}

function headOf({ to = 'letters@coalition.example', from, subject, headers = [] }: Report): string[] {
  return [
    `To: <${to}>`,
    `From: ${from ?? 'Mail Delivery System <MAILER-DAEMON@mx.gov.example>'}`,
    `Subject: ${subject ?? 'Undelivered Mail Returned to Sender'}`,
    ...headers,
  ];
}

function encoded(text: string, encoding: Report['encoding']): string {
  if (encoding === 'base64') return Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return encoding
    ? text.replaceAll('=', '=3D').replaceAll(': ', ':=20').replaceAll('Recipient', 'Recip=\r\nient')
    : text;
}
