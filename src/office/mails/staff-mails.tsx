import { Fragment, type VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { direction, type Lang } from '../../config/langs.ts';

/** A mail to somebody who runs this, as text and as HTML. */
export interface StaffMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One of several things, in words, with the way to it; under it what more is said of it. */
interface Item {
  readonly item: string;
  readonly way?: string;
  readonly more: readonly string[];
  /** What is typed at the command line. */
  readonly command?: string;
}
type Part = string | { readonly link: string } | { readonly code: string } | Item;

/** @param parts what it says, in order; a link and a code stand alone, from left to right in every language */
export function staffMail(lang: Lang, subject: string, parts: readonly Part[]): StaffMail {
  const html = (
    <html lang={lang} dir={direction(lang)}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style={{ fontFamily: 'sans-serif', fontSize: '16px', lineHeight: 1.5, maxWidth: '36em' }}>
        {parts.map((part, at) => (
          <p key={at}>{htmlOf(part)}</p>
        ))}
      </body>
    </html>
  ) as VNode;
  return { subject, text: `${parts.map(textOf).join('\n\n')}\n`, html: `<!doctype html>${renderToStaticMarkup(html)}` };
}

function textOf(part: Part): string {
  if (typeof part === 'string') return part;
  if ('link' in part) return part.link;
  if ('code' in part) return part.code;
  return [part.item, ...part.more, part.command, part.way].filter((line) => line !== undefined).join('\n');
}

function htmlOf(part: Part) {
  if (typeof part === 'string') return part;
  return 'item' in part ? <OneOfSeveral part={part} /> : <Alone part={part} />;
}

function OneOfSeveral({ part: { item, way, more, command } }: { part: Item }) {
  return (
    <>
      {way ? <a href={way}>{item}</a> : <strong>{item}</strong>}
      {more.map((line) => (
        <Fragment key={line}>
          <br />
          {line}
        </Fragment>
      ))}
      {command && (
        <>
          <br />
          <code dir="ltr">{command}</code>
        </>
      )}
    </>
  );
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
