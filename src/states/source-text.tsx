import { apiAddresses } from '../api/addresses.ts';
import type { Verification } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import { Rows } from '../site/components/rows.tsx';
import { Unbroken } from '../site/components/unbroken.tsx';
import { lawNote } from './laws.ts';
import { siteName, sourceIn } from './sources.ts';
import type { NationalLaw, TreatyRecord } from './treaty-record.ts';

/** Where a fact of the states' record was read, with its addresses as links. */
export function SourceText({
  view,
  treaty,
  fact,
}: {
  view: View;
  treaty: TreatyRecord;
  fact: { readonly source: string; readonly standing: Verification };
}) {
  const { words, lang, addresses } = sourceIn(view.lang, treaty, fact.source);
  return (
    <small>
      {addresses.length === 0 && view.t('record.source')}
      {addresses.map((address, index) => (
        <span key={address}>
          {index > 0 && view.t('site.comma')}
          <a href={address} rel="noreferrer external">
            {view.t('record.source')}
            {index > 0 && ` ${view.number(index + 1)}`}
            {!words && (
              <>
                {view.t('site.colon')}
                <bdi>{siteName(address)}</bdi>
              </>
            )}
          </a>
        </span>
      ))}
      {words && (
        <>
          {view.t('site.colon')}
          {lang ? (
            <span lang={lang} dir="ltr">
              <Unbroken words={words} />
            </span>
          ) : (
            <bdi dir={view.dir}>
              <Unbroken words={words} />
            </bdi>
          )}
        </>
      )}
      <Verified view={view} standing={fact.standing} />
    </small>
  );
}

/**
 * How sure a fact is, where it was not read in its source, with the way to what that means: a mark that a page explains once
 * (`UnreadKey`), and says to whoever hears it.
 */
export function Verified({ view, standing }: { view: View; standing: Verification }) {
  if (standing === 'seen') return null;
  const href = apiAddresses.verification(view.lang);
  const said = view.t(`record.standing.${standing}`);
  return standing === 'unchecked' ? (
    <>
      {' '}
      <a className="unread" href={href}>
        <span className="a">{said}</span>
      </a>
    </>
  ) : (
    <>
      <br />
      <a href={href}>{said}</a>
    </>
  );
}

/** What the mark of facts that were not read in their source means, on pages that have one. */
export function UnreadKey({ view }: { view: View }) {
  return (
    <p className="unread-key q s">
      <a href={apiAddresses.verification(view.lang)}>{view.t('record.standing.unchecked')}</a>
    </p>
  );
}

/** What is known of a law: how far it got, its year, what is said of it, and where that was read. */
export function LawText({ view, treaty, law }: { view: View; treaty: TreatyRecord; law: NationalLaw }) {
  const { text, lang } = lawNote(view.lang, law);
  return (
    <Rows
      of={[
        view.t(`states.status.${law.status}`) + (law.year ? `${view.t('site.comma')}${view.partialDay(law.year)}` : ''),
        text && <span lang={lang}>{text}</span>,
        <SourceText key="source" view={view} treaty={treaty} fact={law} />,
      ]}
    />
  );
}
