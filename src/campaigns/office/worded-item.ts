import { type Deed, mayDo } from '../../accounts/roles.ts';
import { isLang, type Lang, langs } from '../../config/langs.ts';
import { NotFoundError } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { publicationStates } from '../../publications/publication.ts';
import { statesOf } from '../../publications/publications.ts';
import { type TranslationState, translationState } from '../../texts/translation.ts';
import type { Newest } from '../../texts/version.ts';
import { authorOf, newestOf } from '../../texts/versions.ts';
import { deskAddresses } from '../addresses.ts';
import type { WordedItem } from '../write-words.ts';
import { type ItemRow, selectItems } from './item-queries.ts';

export type PublicationState = (typeof publicationStates)[number];

/** What somebody works with: a campaign or one of its asks in one language. */
export interface WorkText {
  readonly row: ItemRow;
  readonly item: WordedItem;
  readonly lang: Lang;
  readonly state: PublicationState | undefined;
  readonly translation: TranslationState;
  readonly newest: readonly Newest[];
  /** Whether whoever asks may do this to it. */
  may(deed: Deed): boolean;
}

/** As operations know it. */
export function itemOf({ id, kind, slug, ask, organisation }: ItemRow): WordedItem {
  return { id, kind, name: ask === null ? slug : `${slug}/${ask}`, organisation };
}

/** What a row is called: in the reader's language, else in the first there is. */
export function calledIn(lang: Lang, row: ItemRow): { readonly lang: Lang; readonly name: string } {
  const { texts, written, slug, ask } = row;
  const all = [...texts, ...written];
  const found = [lang, ...langs].flatMap((one) => all.find((text) => text.lang === one) ?? [])[0];
  return found ?? { lang: 'en', name: ask ?? slug };
}

/** The campaign of an address, then its asks. @throws NotFoundError */
export async function itemsOf({ app, params }: StaffRequest): Promise<readonly [ItemRow, ...ItemRow[]]> {
  const [campaign, ...asks] = await selectItems(app.database, params.slug ?? '');
  if (!campaign) throw new NotFoundError('a campaign');
  return [campaign, ...asks];
}

/** The text of an address: of what, and in which language. @throws NotFoundError */
export async function workTextOf(request: StaffRequest): Promise<WorkText> {
  const { app, params, session } = request;
  const lang = params.of ?? '';
  const row = (await itemsOf(request)).find(({ id }) => id === params.item);
  if (!row || !isLang(lang)) throw new NotFoundError('a text');
  const [states, newest, author] = await Promise.all([
    statesOf(app.database, row.id),
    newestOf(app.database, [row.id]),
    authorOf(app.database, row.id),
  ]);
  const state = states.find((one) => one.lang === lang)?.state;
  const of = { lang, state: state ?? 'draft', organisation: row.organisation, author } as const;
  return {
    ...{ row, item: itemOf(row), lang, state, newest },
    translation: translationState(newest, lang),
    may: (deed) => mayDo(session, deed, of),
  };
}

/** Which version readers of its language have, or would have; undefined: none. */
export function currentOf({ row, lang }: Pick<WorkText, 'row' | 'lang'>): number | undefined {
  return row.texts.find((one) => one.lang === lang)?.version;
}

/** The newest version; 0: there is none. */
export function newestNumber({ newest, lang }: Pick<WorkText, 'newest' | 'lang'>): number {
  return newest.find((one) => one.lang === lang)?.number ?? 0;
}

/** The page of a campaign or an ask in the office. */
export function itemPage(lang: Lang, { slug, ask }: ItemRow): string {
  return ask === null ? deskAddresses.oneCampaign(lang, slug) : deskAddresses.oneAsk(lang, slug, ask);
}
