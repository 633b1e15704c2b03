import type { Answer } from '../../http/answer.ts';
import { chosen } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { historyOf } from '../../texts/versions.ts';
import { deskAddresses } from '../addresses.ts';
import { numberIn } from './editing.ts';
import { calledIn, currentOf, workTextOf } from './worded-item.ts';

const AT_ONCE = 50;
export const versionsQuery = { before: chosen(10) };

type Listed = Awaited<ReturnType<typeof historyOf>>[number];

/** All that a text said, the latest first. */
export async function versionsPage(request: StaffRequest): Promise<Answer> {
  const { app, view, lang, query } = request;
  const text = await workTextOf(request);
  const before = numberIn(query.get('before')) || undefined;
  const all = await historyOf(app.database, { item: text.item.id, lang: text.lang }, AT_ONCE + 1, before);
  const at = [lang, text.row.slug, text.item.id, text.lang] as const;
  const last = all[AT_ONCE - 1];
  return screen(
    { ...request, path: behindHome(lang, deskAddresses.versions(...at)) },
    view.t('campaigns.versions.title', {
      what: `\u2068${calledIn(lang, text.row).name}\u2069`,
      language: languageName(lang, text.lang),
    }),
    <>
      {all.length === 0 && <p>{view.t('campaigns.versions.none')}</p>}
      <ul className="list">
        {all.slice(0, AT_ONCE).map((one) => (
          <li key={one.number}>
            <a href={deskAddresses.version(...at, String(one.number))}>
              {view.t('campaigns.versions.one', { number: one.number })}
            </a>
            {one.number === currentOf(text) && <b> · {view.t('campaigns.versions.current')}</b>}
            <br />
            <small>
              <bdi>{madeBy(view, one)}</bdi>, {view.moment(one.madeAt)}
              {one.sourceLang !== null && one.sourceNumber !== null && <> · {madeFrom(view, one)}</>}
            </small>
          </li>
        ))}
      </ul>
      {all.length > AT_ONCE && last && (
        <p>
          <a href={deskAddresses.versions(...at, { before: String(last.number) })}>
            {view.t('campaigns.versions.more')}
          </a>
        </p>
      )}
      {text.may('campaigns.write') && (
        <p>
          <a href={deskAddresses.words(...at)}>{view.t('campaigns.versions.back')}</a>
        </p>
      )}
    </>,
  );
}

/** Who made a version: a person as colleagues know them, or what brought it. */
export function madeBy(view: View, { brought, who, whoKind }: Pick<Listed, 'brought' | 'who' | 'whoKind'>): string {
  if (brought) return view.t('campaigns.versions.brought');
  return who ?? view.t(whoKind === 'system' ? 'campaigns.versions.system' : 'campaigns.versions.unknown');
}

function madeFrom(view: View, { sourceLang, sourceNumber }: Pick<Listed, 'sourceLang' | 'sourceNumber'>): string {
  return view.t('campaigns.versions.from', {
    language: languageName(view.lang, sourceLang ?? 'en'),
    number: sourceNumber ?? 0,
  });
}
