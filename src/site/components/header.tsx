import { campaignAddresses } from '../../campaigns/addresses.ts';
import { endonyms, type Lang } from '../../config/langs.ts';
import type { NavigationEntry, View } from '../../http/view.ts';
import { placeOf } from '../place-of.ts';
import { rememberedMarkup } from '../remembered-markup.ts';
import { LanguageSwitch, type SwitchedForm } from './language-switch.tsx';
import { Logo } from './logo.tsx';

interface HeaderProps {
  readonly view: View;
  /** In which languages the page is there. */
  readonly there: readonly Lang[];
  readonly form: SwitchedForm | undefined;
  /** It says what is wrong with that form. */
  readonly wrong: boolean;
  /** It is of one action or one person: nothing of it stays. */
  readonly own: boolean;
}

/**
 * Where one is, whose site it is, and the ways on, in one row. On a phone the menu and the languages unfold below it, without any script:
 * what is folded follows its `details`, so that it can stand open where there is room.
 */
export function Header(props: HeaderProps) {
  const { view, there, form, own } = props;
  // A form's own buttons, and a day that somebody looks at, are of few pages.
  if (own || form || view.path.includes('?'))
    return (
      <header className="w top">
        <Row {...props} />
      </header>
    );
  const row = rememberedMarkup(view, `header ${there} ${view.path}`, () => <Row {...props} />);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: what Preact wrote of the same parts
  return <header className="w top" dangerouslySetInnerHTML={row} />;
}

function Row({ view, there, form, wrong }: Omit<HeaderProps, 'own'>) {
  return (
    <>
      <a className="brand" href={campaignAddresses.home(view.lang)}>
        <Logo size={32} />
        <span>
          {view.t('site.name')} <small>{whoseSite(view)}</small>
        </span>
      </a>
      {view.navigation.header.length > 0 && (
        <>
          <details className="fold menu" name="top">
            <summary>{view.t('site.menu')}</summary>
          </details>
          <nav className="places" aria-label={view.t('site.nav')}>
            <ul>
              <Places view={view} entries={view.navigation.header} />
            </ul>
          </nav>
        </>
      )}
      <details className="fold" name="top">
        <summary>
          <span className="a">{view.t('site.languages')} </span>
          {endonyms[view.lang]}
        </summary>
      </details>
      <nav className="tongues" aria-label={view.t('site.languages')}>
        <LanguageSwitch {...{ view, there, form, wrong }} />
      </nav>
    </>
  );
}

/** Who runs a site, in a few words. */
export function whoseSite({ operator, t }: View): string {
  return operator ? t('site.by', { name: operator.name }) : t('site.byNobody');
}

/** A day that somebody looks at stays while they move on. */
function Places({ view, entries }: { view: View; entries: readonly NavigationEntry[] }) {
  const on = /[?&]on=(\d{4}-\d\d-\d\d)(?:&|$)/.exec(view.path)?.[1];
  return entries.map((entry) => (
    <li key={entry.label}>
      <a href={entry.link(view.lang, on)} aria-current={placeOf(entry, view)}>
        {view.t(entry.label)}
      </a>
    </li>
  ));
}
