import type { ReactElement, ReactNode } from 'react';
import { mayDo } from '../accounts/roles.ts';
import type { SessionRow } from '../accounts/sessions.ts';
import { direction, endonyms, langs } from '../config/langs.ts';
import type { AnyAddress } from '../http/address.ts';
import type { PageAnswer } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { siteAddresses } from '../site/addresses.ts';
import { elementsScript, officeScript } from '../site/assets.ts';
import { Carried } from '../site/components/form.tsx';
import { Logo } from '../site/components/logo.tsx';
import { documentOf } from '../site/page.tsx';
import { officeAddresses } from './addresses.ts';
import { TOKEN } from './form-token.ts';
import type { OfficeRequest } from './office-route.ts';

interface How {
  readonly status?: number;
  readonly retryAfter?: number;
}

/** A page of the office: kept by nobody, found by no search engine. */
export function screen(request: OfficeRequest, title: string, children: ReactNode, how: How = {}): PageAnswer {
  return finished(request.view, title, how, <Frame {...request} title={title} column={children} />);
}

/** One where nothing is known of whoever asks. */
export function barePage(view: View, title: string, children: ReactNode, how: How = {}): PageAnswer {
  return finished(view, title, how, <Frame view={view} path="" title={title} column={children} />);
}

function finished(view: View, title: string, { status = 200, retryAfter }: How, body: ReactElement): PageAnswer {
  const named = `${title} · ${view.t('office.title')}`;
  const full = status === 422 ? view.t('site.wrong.title', { title: named }) : named;
  const page = (
    <html lang={view.lang} dir={view.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{full}</title>
        <meta name="robots" content="noindex" />
        <link rel="icon" href={siteAddresses.mark()} type="image/svg+xml" />
        <style />
      </head>
      {body}
    </html>
  );
  return { kind: 'page', status, ...documentOf(page, view), noindex: true, retryAfter };
}

interface FrameProps {
  readonly view: View;
  /** Of the page, behind the language. */
  readonly path: string;
  readonly title: string;
  readonly column: ReactNode;
  readonly session?: SessionRow | undefined;
  readonly token?: string;
}

function Frame({ view, path, title, column, session, token }: FrameProps) {
  return (
    <body>
      <a className="a" href="#main">
        {view.t('site.skip')}
      </a>
      {!view.operator && (
        <aside className="demo">
          <p className="w">{view.t('site.demonstration')}</p>
        </aside>
      )}
      <header className="w top office">
        <a className="brand" href={officeAddresses.home(view.lang)}>
          <Logo size={32} />
          <span>
            {view.t('office.title')} <small>{view.operator?.name ?? view.t('site.name')}</small>
          </span>
        </a>
        {session?.stage === 'signed-in' && <Places view={view} path={path} session={session} />}
        <Tongues view={view} path={path} />
      </header>
      <main id="main" className="w" tabIndex={-1}>
        <div className="read">
          <h1>{title}</h1>
          {column}
          {session && token !== undefined && <SignOut view={view} token={token} />}
        </div>
      </main>
      {elementsScript && <script type="module" src={elementsScript} />}
      {officeScript && <script type="module" src={officeScript} />}
    </body>
  );
}

function Places({ view, path, session }: { view: View; path: string; session: SessionRow }) {
  const places: readonly [AnyAddress & ((lang: View['lang']) => string), string][] = [
    [officeAddresses.home, view.t('office.home')],
    [officeAddresses.account, view.t('office.account')],
    ...(mayDo(session.role, 'accounts.change')
      ? [[officeAddresses.staff, view.t('office.staff')] as [typeof officeAddresses.staff, string]]
      : []),
  ];
  return (
    <nav className="places" aria-label={view.t('site.nav')}>
      <ul>
        {places.map(([address, label]) => {
          const link = address(view.lang);
          const here = link === `${officeAddresses.home(view.lang)}${path.split('?')[0]}`;
          return (
            <li key={link}>
              <a href={link} aria-current={here ? 'page' : undefined}>
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The same page in the other languages. */
function Tongues({ view, path }: { view: View; path: string }) {
  return (
    <nav className="tongues" aria-label={view.t('site.languages')}>
      <ul>
        {langs.map((lang) => (
          <li key={lang}>
            {lang === view.lang ? (
              <b aria-current="true">{endonyms[lang]}</b>
            ) : (
              <a href={`${officeAddresses.home(lang)}${path}`} hrefLang={lang} lang={lang} dir={direction(lang)}>
                {endonyms[lang]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Stands in every form of the office. */
export function Token({ token }: Pick<OfficeRequest, 'token'>) {
  return <Carried values={[[TOKEN, token]]} />;
}

function SignOut({ view, token }: { view: View; token: string }) {
  return (
    <form method="post" action={officeAddresses.signOut(view.lang)}>
      <Token token={token} />
      <button className="quiet" type="submit">
        {view.t('office.signOut')}
      </button>
    </form>
  );
}
