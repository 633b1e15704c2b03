import { langs } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import { languageName, list } from '../../locales/format.ts';
import { choiceFilter, textFilter } from '../../office/list/filters.ts';
import type { OfficeList } from '../../office/list/office-list.ts';
import { csvLines } from '../../text/csv-lines.ts';
import { pictureAddresses } from '../addresses.ts';
import { isDescribed, largest, type Picture } from '../picture.ts';
import { type ListedPicture, type PictureSort, selectPictureSlice } from './picture-list-queries.ts';
import { Thumb } from './thumb.tsx';

const filters = {
  q: textFilter('media.name', 'search'),
  described: choiceFilter('media.described', ['missing', 'whole'], ({ t }, one) => t(`media.described.${one}`)),
};

/** All pictures that there are, whoever may see them. */
export const picturesList: OfficeList<ListedPicture, typeof filters, PictureSort> = {
  address: pictureAddresses.pictures,
  who: 'signed-in',
  navigation: { label: 'media.title', group: 'shown', order: 20 },
  title: 'media.title',
  lead: 'media.lead',
  beside: [{ who: 'media.change', label: 'media.add', link: (lang) => pictureAddresses.add(lang) }],
  empty: 'media.empty',
  filters,
  sorts: { added: 'moment', name: 'text' },
  first: { sort: 'added', descending: true },
  id: 'uuid',
  rows: ({ app }, { filtered, sort, slice }) => selectPictureSlice(app.database, filtered, sort, slice),
  columns: [
    {
      label: 'media.name',
      sort: 'name',
      cell: ({ name }) => <bdi>{name}</bdi>,
      link: ({ id }, lang) => pictureAddresses.picture(lang, id),
    },
    { label: 'media.picture', cell: (picture, { lang }) => <Thumb lang={lang} picture={picture} /> },
    { label: 'media.described', cell: (picture, view) => describedIn(view, picture) },
    { label: 'media.credit', cell: ({ credit }) => credit && <bdi>{credit}</bdi> },
    { label: 'media.added', sort: 'added', cell: ({ addedAt }, view) => view.dayOf(addedAt) },
  ],
  csv: {
    name: 'pictures',
    head: csvLines([['id', 'name', 'credit', 'licence', 'decorative', 'width', 'height', 'added_at', ...langs]]),
    line: (picture) => {
      const { id, name, credit, licence, decorative, addedAt } = picture;
      const { width = null, height = null } = largest(picture) ?? {};
      const said = langs.map((lang) => picture.words.find((one) => one.lang === lang)?.alternative ?? null);
      return csvLines([
        [...[id, name, credit, licence, String(decorative), width, height, addedAt.toISOString()], ...said],
      ]);
    },
  },
};

/** In which languages whoever does not see it is told what it shows. */
export function describedIn(view: Pick<View, 't' | 'lang'>, picture: Picture): string {
  if (picture.decorative) return view.t('media.decorative.short');
  const missing = langs.filter((lang) => !isDescribed(picture, lang));
  if (missing.length === 0) return view.t('media.described.whole');
  return view.t('media.described.lacks', {
    languages: list(
      view.lang,
      missing.map((one) => languageName(view.lang, one)),
    ),
  });
}
