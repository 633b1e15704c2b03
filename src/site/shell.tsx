import type { ComponentChildren } from 'preact';
import { type Lang, langs } from '../config/langs.ts';
import type { Controller } from '../controllers/controllers.ts';
import { inLanguage } from '../http/address.ts';
import type { View } from '../http/view.ts';
import { siteAddresses } from './addresses.ts';
import { elementsScript, faceScript } from './assets.ts';
import { Header } from './components/header.tsx';
import type { SwitchedForm } from './components/language-switch.tsx';
import { MosaicStrip } from './components/mosaic-strip.tsx';
import { faces } from './fonts.ts';
import { rememberedMarkup } from './remembered-markup.ts';
import { WhoRuns } from './who-runs.tsx';

export interface PageProps {
  readonly view: View;
  /** Of this page alone; the site's name is added. */
  readonly title: string;
  readonly description: string;
  readonly children: ComponentChildren;
  /** Nothing on it needs a script; on a slow line the script would keep it from being whole. */
  readonly still?: boolean | undefined;
  /** The address of its Atom feed. */
  readonly feed?: string | undefined;
  /** The address of the picture that networks show beside a link to it; left out: the site's. */
  readonly card?: string | undefined;
  /** What it says as schema.org has it. */
  readonly linked?: object | undefined;
  /** In which languages it is there; all, where it is left out. */
  readonly langs?: readonly Lang[];
  /** A page of one action or one person: not for search engines, and no other language is announced. */
  readonly private?: boolean;
  /** Whose words go along where the language is switched. */
  readonly form?: SwitchedForm | undefined;
  /** Something is wrong with a form on it; its title says so first. */
  readonly wrong?: boolean;
  /** Who answers for what people give here, on a campaign's page; left out where it is of none. */
  readonly controller?: Controller | undefined;
}

/** Where a page's styles go once it is known which it uses; in nothing that somebody typed can it stand. */
export const NO_STYLES = '<style></style>';

/** The frame of every public page. What only helps stands last in it, so that on a slow line it keeps nothing else waiting. */
export function Shell(props: PageProps) {
  const { view, children } = props;
  return (
    <html lang={view.lang} dir={view.dir}>
      <Head {...props} />
      <body>
        <a className="a" href="#main">
          {view.t('site.skip')}
        </a>
        {!view.operator && (
          <aside className="demo">
            <p className="w">{view.t('site.demonstration')}</p>
          </aside>
        )}
        <Header
          view={view}
          there={props.langs ?? langs}
          form={props.form}
          wrong={props.wrong ?? false}
          own={props.private ?? false}
        />
        <MosaicStrip of={view.path.split('?')[0] ?? ''} />
        <main id="main" className="w" tabIndex={-1}>
          {children}
        </main>
        {props.linked && <Linked data={props.linked} />}
        <Footer view={view} controller={props.controller} />
        {!props.still && elementsScript && <script type="module" src={elementsScript} />}
      </body>
    </html>
  );
}

/** Data for search engines; no browser runs it, and no tag can end in it. */
function Linked({ data }: { data: object }) {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own facts as JSON, in which no tag can end
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function Head({ view, title, description, ...props }: PageProps) {
  const here = (lang: Lang) => `${view.publicUrl}${inLanguage(lang, view.path.split('?')[0] ?? '')}`;
  const named = title === view.t('site.name') ? title : `${title} · ${view.t('site.name')}`;
  const keeper = view.operator?.name ?? view.t('site.name');
  const fullTitle = props.wrong ? view.t('site.wrong.title', { title: named }) : named;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <Faces view={view} />
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      {props.private ? (
        <meta name="robots" content="noindex" />
      ) : (
        <Elsewhere here={here} view={view} there={props.langs ?? langs} />
      )}
      <meta property="og:title" content={title === keeper ? title : `${title} · ${keeper}`} />
      <meta property="og:site_name" content={keeper} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content={view.lang} />
      <meta property="og:image" content={`${view.publicUrl}${props.card ?? siteAddresses.shareCard(view.lang)}`} />
      {props.feed && <link rel="alternate" type="application/atom+xml" title={title} href={props.feed} />}
      <link rel="icon" href={siteAddresses.mark()} type="image/svg+xml" />
      <meta name="theme-color" content="#fbf8f1" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#15181f" media="(prefers-color-scheme: dark)" />
      <style />
    </head>
  );
}

/** What brings the faces of headings: the link on a desk, the script elsewhere. */
function Faces({ view }: { view: View }) {
  const { latin, arabic } = faces;
  return (
    <>
      {faceScript && (
        <script
          type="module"
          async
          src={faceScript}
          data-latin={latin.address}
          data-arabic={view.lang === 'ar' ? arabic.address : undefined}
        />
      )}
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
        media="(min-width:48rem)"
        href={latin.address}
      />
    </>
  );
}

interface ElsewhereProps {
  readonly here: (lang: Lang) => string;
  readonly view: View;
  /** The languages in which the page is there. */
  readonly there: readonly Lang[];
}

function Elsewhere({ here, view, there }: ElsewhereProps) {
  return (
    <>
      <link rel="canonical" href={here(view.lang)} />
      {there.map((lang) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={here(lang)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={here(there.includes('en') ? 'en' : view.lang)} />
      <meta property="og:url" content={here(view.lang)} />
    </>
  );
}

function Footer({ view, controller }: Pick<PageProps, 'view' | 'controller'>) {
  const foot = rememberedMarkup(view, `footer ${JSON.stringify(controller)}`, () => <Foot {...{ view, controller }} />);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: what Preact wrote of the same parts
  return <footer className="w" dangerouslySetInnerHTML={foot} />;
}

function Foot({ view, controller }: Pick<PageProps, 'view' | 'controller'>) {
  return (
    <div className="foot">
      <p>
        <WhoRuns view={view} controller={controller} />
        {view.operator?.address && (
          <>
            <br />
            {view.operator.address}
          </>
        )}
      </p>
      <ul>
        {view.navigation.footer.map(({ label, link }) => (
          <li key={label}>
            <a href={link(view.lang, undefined)}>{view.t(label)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
