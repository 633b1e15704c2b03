import type { AddressObject, EmailAddress, ParsedMail } from 'mailparser';
import { type ComponentChildren, Fragment } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { direction, endonyms, isLang, type Lang, langs } from '../config/langs.ts';
import { moment } from '../locales/format.ts';
import { words } from '../locales/words.ts';
import type { TimeZone } from '../text/time-zone.ts';
import type { OutboxMail } from './outbox.ts';
import { OUTBOX_DAYS } from './retention.ts';

/** One mail of the outbox, read. */
export interface ReadMail extends Pick<OutboxMail, 'id' | 'at'> {
  readonly parsed: ParsedMail;
}

/** How the pages of the outbox speak, and where they lead. */
export interface OutboxView {
  readonly lang: Lang;
  readonly timeZone: TimeZone;
  /** Where letters are written that arrive here. */
  readonly site: string;
  /** The address of the list, or of one mail, in a language. */
  link(to: { readonly mail?: string; readonly lang?: Lang }): string;
}

/** The list of the mails that stayed on this machine, the newest first. */
export function outboxList(view: OutboxView, mails: readonly ReadMail[]): string {
  const { t, rich } = words(view.lang);
  return page(
    view,
    t('mail.outbox.title'),
    <>
      <h1>{t('mail.outbox.title')}</h1>
      <p className="lead">{t('mail.outbox.lead')}</p>
      {mails.length === 0 && (
        <p className="note">{rich('mail.outbox.empty', { site: (chunks) => <a href={view.site}>{chunks}</a> })}</p>
      )}
      <ul className="list">
        {mails.map(({ id, at, parsed }) => (
          <li key={id}>
            <a href={view.link({ mail: id })} {...spoken(parsed)}>
              {parsed.subject || t('mail.outbox.noSubject')}
            </a>
            <div className="q s">
              <People of={parsed.to} />
              <br />
              {moment(view.lang, at, view.timeZone)}
            </div>
          </li>
        ))}
      </ul>
    </>,
    {},
  );
}

/** One mail as its reader would see it, with all its headers folded. */
export function outboxMailPage(view: OutboxView, { id, at, parsed }: ReadMail): string {
  const { t } = words(view.lang);
  const subject = parsed.subject || t('mail.outbox.noSubject');
  const rows: readonly [string, ComponentChildren][] = [
    [t('mail.outbox.from'), <People key="from" of={parsed.from} />],
    [t('mail.outbox.to'), <People key="to" of={parsed.to} />],
    ...(parsed.replyTo
      ? [[t('mail.outbox.replyTo'), <People key="reply" of={parsed.replyTo} />] as [string, ComponentChildren]]
      : []),
    [t('mail.outbox.at'), moment(view.lang, at, view.timeZone)],
  ];
  return page(
    view,
    subject,
    <>
      <p>
        <a href={view.link({})}>{t('mail.outbox.all')}</a>
      </p>
      <h1 {...spoken(parsed)}>{subject}</h1>
      <dl className="details">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <article className="paper" {...spoken(parsed)}>
        {(parsed.text ?? '').trim().split(/\n\n+/).map(paragraph)}
      </article>
      <details>
        <summary>{t('mail.outbox.headers')}</summary>
        <pre className="raw" dir="ltr">
          {parsed.headerLines.map(({ line }) => line).join('\n')}
        </pre>
      </details>
    </>,
    { mail: id },
  );
}

/** What the outbox says in place of a mail. */
export function outboxNotice(lang: Lang, what: 'closed' | 'missing' | 'broken'): string {
  const { t } = words(lang);
  const title = t('mail.outbox.title');
  return framed(
    lang,
    title,
    <>
      <h1>{title}</h1>
      <p className="lead">{t(`mail.outbox.${what}`, { days: OUTBOX_DAYS })}</p>
    </>,
  );
}

/** In the language of the mail, where it says so; else as its first letters run. */
function spoken({ headers: ofMail }: ParsedMail): { lang?: Lang; dir: 'ltr' | 'rtl' | 'auto' } {
  const said = ofMail.get('content-language');
  return typeof said === 'string' && isLang(said) ? { lang: said, dir: direction(said) } : { dir: 'auto' };
}

function People({ of }: { of: AddressObject | AddressObject[] | undefined }) {
  const people = [of ?? []].flat().flatMap(({ value }) => value);
  return people.map((one, at) => (
    <Fragment key={`${one.name} ${one.address}`}>
      {at > 0 && <br />}
      <Person of={one} />
    </Fragment>
  ));
}

function Person({ of: { name, address } }: { of: EmailAddress }) {
  return (
    <>
      {name && <bdi>{name}</bdi>}{' '}
      {address && (
        <bdi className="whole" dir="ltr">
          {address}
        </bdi>
      )}
    </>
  );
}

/** One that begins with a link runs as the mail does. */
function paragraph(text: string, at: number) {
  return (
    <p key={at} dir={/^\s*https?:/.test(text) ? undefined : 'auto'}>
      {text.split(/(https?:\/\/[^\s<()]+)/).map((part, place) =>
        place % 2 === 1 ? (
          <a key={part} href={part} rel="noreferrer" dir="ltr">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

function page(view: OutboxView, title: string, children: ComponentChildren, here: { readonly mail?: string }): string {
  const others = langs.filter((lang) => lang !== view.lang);
  return framed(
    view.lang,
    title,
    children,
    <ul className="langs">
      {others.map((lang) => (
        <li key={lang}>
          <a href={view.link({ ...here, lang })} lang={lang} hrefLang={lang}>
            {endonyms[lang]}
          </a>
        </li>
      ))}
    </ul>,
  );
}

function framed(lang: Lang, title: string, children: ComponentChildren, above?: ComponentChildren): string {
  const { t } = words(lang);
  return renderToStaticMarkup(
    <html lang={lang} dir={direction(lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style />
      </head>
      <body>
        <header className="demo">
          <p className="w">{t('mail.outbox.here')}</p>
        </header>
        <main className="w">
          <div className="read">
            {above}
            {children}
          </div>
        </main>
      </body>
    </html>,
  );
}
