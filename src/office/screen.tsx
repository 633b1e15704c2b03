import type { ComponentChildren, VNode } from 'preact';
import type { SessionRow } from '../accounts/sessions.ts';
import { direction, endonyms, langs } from '../config/langs.ts';
import type { PageAnswer } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { siteAddresses } from '../site/addresses.ts';
import { elementsScript, officeScript } from '../site/assets.ts';
import { Logo } from '../site/components/logo.tsx';
import { documentOf } from '../site/page.tsx';
import { officeAddresses } from './addresses.ts';
import { Copied } from './copies/copied-while-typed.tsx';
import { CopyNote } from './copies/copy-note.tsx';
import { ItemWatch } from './copies/item-watch.tsx';
import type { OfficeEntry } from './in-navigation.ts';
import { Places } from './office-navigation.tsx';
import type { OfficeRequest } from './office-route.ts';
import { SignOut } from './token.tsx';
import { filledPage } from './unsent-note.tsx';

interface How {
  readonly status?: number;
  readonly retryAfter?: number;
  /** It is no text to read, but a list or a comparison that takes what room there is. */
  readonly wide?: boolean;
}

/** A page of the office: kept by nobody, found by no search engine. */
export function screen(request: OfficeRequest, title: string, children: ComponentChildren, how: How = {}): PageAnswer {
  const { view, unsent, copied } = request;
  const entries = request.app.handed.officeNavigation;
  const column = (
    <>
      {unsent?.note}
      {copied && <ItemWatch request={request} copied={copied} />}
      {copied?.waiting && <CopyNote request={request} waiting={copied.waiting} version={copied.version} />}
      {children}
    </>
  );
  return finished(
    view,
    title,
    { ...how, ...(unsent && { changed: (html: string) => filledPage(html, view, unsent) }) },
    <Copied.Provider value={copied}>
      <Frame {...request} title={title} column={column} entries={entries} wide={how.wide ?? false} />
    </Copied.Provider>,
  );
}

/** One where nothing is known of whoever asks. */
export function barePage(view: View, title: string, children: ComponentChildren, how: How = {}): PageAnswer {
  return finished(view, title, how, <Frame view={view} path="" title={title} column={children} />);
}

interface Finishing extends How {
  readonly changed?: (html: string) => string;
}

function finished(view: View, title: string, how: Finishing, body: VNode): PageAnswer {
  const { status = 200, retryAfter, changed } = how;
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
  return { kind: 'page', status, ...documentOf(page, view, changed), noindex: true, retryAfter };
}

interface FrameProps {
  readonly view: View;
  /** Of the page, behind the language. */
  readonly path: string;
  readonly title: string;
  readonly column: ComponentChildren;
  readonly session?: SessionRow | undefined;
  readonly token?: string;
  readonly entries?: readonly OfficeEntry[];
  readonly wide?: boolean;
}

function Frame({ view, path, title, column, session, token, entries = [], wide = false }: FrameProps) {
  const main = (
    <main id="main" className={inside(session) ? undefined : 'w'} tabIndex={-1}>
      <div className={wide ? undefined : 'read'}>
        <h1>{title}</h1>
        {column}
        {session && !inside(session) && token !== undefined && <SignOut view={view} token={token} />}
      </div>
    </main>
  );
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
        <details className="fold">
          <summary>
            <span className="a">{view.t('site.languages')} </span>
            {endonyms[view.lang]}
          </summary>
        </details>
        <Tongues view={view} path={path} />
      </header>
      {inside(session) && token !== undefined ? (
        <div className="w desk">
          <Places view={view} entries={entries} session={session} token={token} path={path} />
          {main}
        </div>
      ) : (
        main
      )}
      {elementsScript && <script type="module" src={elementsScript} />}
      {officeScript && <script type="module" src={officeScript} />}
    </body>
  );
}

/** Whoever has signed in is led to all places. */
function inside(session: SessionRow | undefined): session is SessionRow {
  return session?.stage === 'signed-in';
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
