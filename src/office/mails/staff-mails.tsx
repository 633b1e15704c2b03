import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { direction, type Lang } from '../../config/langs.ts';

/** A mail to somebody who runs this, as text and as HTML. */
export interface StaffMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** @param parts what it says, in order; a link and a code stand alone, from left to right in every language */
export function staffMail(
  lang: Lang,
  subject: string,
  parts: readonly (string | { readonly link: string } | { readonly code: string })[],
): StaffMail {
  const lines = parts.map((part) => (typeof part === 'string' ? part : 'link' in part ? part.link : part.code));
  const html = (
    <html lang={lang} dir={direction(lang)}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style={{ fontFamily: 'sans-serif', fontSize: '16px', lineHeight: 1.5, maxWidth: '36em' }}>
        {parts.map((part, at) => (
          <p key={at}>{typeof part === 'string' ? part : <Alone part={part} />}</p>
        ))}
      </body>
    </html>
  ) as VNode;
  return { subject, text: `${lines.join('\n\n')}\n`, html: `<!doctype html>${renderToStaticMarkup(html)}` };
}

function Alone({ part }: { part: { readonly link: string } | { readonly code: string } }) {
  if ('link' in part)
    return (
      <a dir="ltr" href={part.link}>
        {part.link}
      </a>
    );
  return (
    <strong dir="ltr" style={{ fontSize: '28px', letterSpacing: '0.1em' }}>
      {part.code}
    </strong>
  );
}
