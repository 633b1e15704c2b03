import { mayDo } from '../../accounts/roles.ts';
import { type Lang, langs } from '../../config/langs.ts';
import { languageName } from '../../locales/format.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { translationState } from '../../texts/translation.ts';
import type { Newest } from '../../texts/version.ts';
import { deskAddresses } from '../addresses.ts';
import type { ItemRow } from './item-queries.ts';
import { currentOf, newestNumber } from './worded-item.ts';

interface LanguagesProps {
  readonly request: StaffRequest;
  readonly row: ItemRow;
  /** Of this and perhaps of other things. */
  readonly newest: readonly Newest[];
  /** The one whose page this is. */
  readonly here?: Lang;
}

/** The languages of a campaign or an ask: what each is, and the way to its words. */
export function Languages({ request: { view, lang, session }, row, newest, here }: LanguagesProps) {
  const own = newest.filter(({ item }) => item === row.id);
  return (
    <ul className="onward languages">
      {langs.map((one) => {
        const state = translationState(own, one);
        const writes = mayDo(session, 'campaigns.write', { lang: one, organisation: row.organisation });
        const way = writes ? deskAddresses.words : deskAddresses.versions;
        const [current, latest] = [currentOf({ row, lang: one }), newestNumber({ newest: own, lang: one })];
        return (
          <li key={one}>
            <a href={way(lang, row.slug, row.id, one)} aria-current={one === here ? 'page' : undefined}>
              {languageName(view.lang, one)}
            </a>
            <small className={state === 'missing' || state === 'older' ? 'behind' : undefined}>
              {view.t(`campaigns.translation.${state}`)}
              {current !== undefined && current !== latest && ` · ${view.t('campaigns.translation.waits')}`}
              {current === undefined && latest > 0 && ` · ${view.t('campaigns.translation.unfinished')}`}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
