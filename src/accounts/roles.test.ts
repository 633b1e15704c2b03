import { expect, it } from 'vitest';
import type { ActorId } from '../actors/actors.ts';
import { type Lang, langs } from '../config/langs.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import { publicationStates } from '../publications/publication.ts';
import {
  type AnyRole,
  type Deed,
  deeds,
  type Item,
  type ItemState,
  isRole,
  mayDo,
  mayEver,
  roles,
  rolesToCome,
} from './roles.ts';

const [ME, ANOTHER] = ['me', 'another'] as unknown as readonly [ActorId, ActorId];
const [OURS, THEIRS] = ['ours', 'theirs'] as unknown as readonly [ControllerId, ControllerId];
const everyRole: readonly AnyRole[] = [...roles, ...rolesToCome];
const beforeReaders: readonly (ItemState | undefined)[] = ['draft', 'in-review'];

/** Where something can be: any state and language, whoever wrote it, of any organisation, and where none of it is known. */
const items: readonly Item[] = [undefined, ...publicationStates].flatMap((state) =>
  [undefined, ...langs].flatMap((lang) =>
    [undefined, ME, ANOTHER].flatMap((author) =>
      [undefined, OURS, THEIRS].map((organisation) => ({ state, lang, author, organisation })),
    ),
  ),
);

type May = (item: Item) => boolean;
const anything: May = () => true;
const ofOurs: May = ({ organisation }) => organisation === OURS;
const unseen: May = ({ state }) => beforeReaders.includes(state);
const myLanguage: May = ({ lang }) => lang === 'fr' || lang === 'ar';

/** The whole table as somebody decides it, beside the one that the program reads. */
const table: Readonly<Record<AnyRole, Partial<Readonly<Record<Deed, May>>>>> = {
  administrator: Object.fromEntries(deeds.map((deed) => [deed, anything])),
  editor: {
    ...{ 'campaigns.approve': anything, 'campaigns.write': anything },
    ...{ 'media.change': anything, 'media.describe': anything },
    ...{ 'content.decide': anything, 'publications.change': anything, 'publications.hand-in': anything },
    ...{ 'publications.remove-for-safety': anything },
    ...{ 'names.decide': anything, 'record.read': anything, 'statistics.read': anything },
  },
  author: {
    'campaigns.write': ({ author }) => author === ME,
    'publications.hand-in': (item) => unseen(item) && item.author === ME,
  },
  translator: {
    ...{ 'campaigns.write': myLanguage, 'publications.hand-in': (item: Item) => unseen(item) && myLanguage(item) },
    ...{ 'media.describe': myLanguage, 'record.read': anything, 'statistics.read': anything },
  },
  moderator: {
    ...{ 'publications.remove-for-safety': anything },
    ...{ 'letters.decide': anything, 'names.decide': anything },
    ...{ 'representatives.resume': anything, 'requests.settle': anything },
    ...{ 'supporters.erase': anything, 'supporters.send-link': anything, 'statistics.read': anything },
  },
  campaigner: {
    ...{ 'campaigns.approve': anything, 'campaigns.write': anything },
    ...{ 'campaigns.change': anything, 'campaigns.import': anything },
    ...{ 'media.change': anything, 'media.describe': anything },
    ...{ 'representatives.change': anything, 'representatives.import': anything, 'risks.judge': anything },
    ...{ 'record.read': anything, 'statistics.read': anything },
  },
  'record-keeper': {
    ...{ 'record.import': anything, 'record.read': anything, 'record.see-embargoed': anything },
    ...{ 'states.import': anything, 'statistics.read': anything },
  },
  reader: { 'record.read': anything, 'statistics.read': anything },
  publisher: {
    ...{ 'campaigns.approve': ofOurs, 'campaigns.write': ofOurs },
    ...{ 'publications.change': ofOurs, 'publications.hand-in': (item) => unseen(item) && ofOurs(item) },
    'statistics.read': ofOurs,
  },
  manager: {
    ...{ 'campaigns.approve': ofOurs, 'campaigns.write': ofOurs },
    'campaigns.change': ofOurs,
    'publications.change': ofOurs,
    'publications.hand-in': (item) => unseen(item) && ofOurs(item),
    'statistics.read': ofOurs,
  },
};

it.each(everyRole.flatMap((role) => deeds.map((deed) => [role, deed] as const)))('%s, %s', (role, deed) => {
  const translated: readonly Lang[] = ['fr', 'ar'];
  const doer = { role, actor_id: ME, languages: translated, organisation: OURS };
  const may = table[role][deed];
  const otherwise = items.filter((item) => mayDo(doer, deed, item) !== (may?.(item) ?? false));
  expect(otherwise).toEqual([]);
  expect(mayEver(role, deed)).toBe(may !== undefined);
  if (role === 'publisher' || role === 'manager')
    expect(items.some((item) => mayDo({ ...doer, organisation: undefined }, deed, item))).toBe(false);
});

it('has somebody beside administrators for all but what is theirs alone', () => {
  expect(items.length).toBe(5 * 5 * 3 * 3);
  const theirs = deeds.filter((deed) => !everyRole.some((role) => role !== 'administrator' && mayEver(role, deed)));
  expect(theirs).toEqual([
    'accounts.change',
    'audit.read',
    'controllers.change',
    'demonstration.remove',
    'keys.change',
    'machine.read',
  ]);
});

it('gives nobody a role yet in which there is nothing that could be theirs', () => {
  for (const role of rolesToCome) {
    expect(isRole(role)).toBe(false);
    const doer = { role, actor_id: ME, languages: [] };
    expect(deeds.filter((deed) => publicationStates.some((state) => mayDo(doer, deed, { state, lang: 'en' })))).toEqual(
      [],
    );
  }
});

it.each(['', 'Administrator', 'constructor', undefined])('knows no role %j', (typed) => {
  expect(isRole(typed)).toBe(false);
});
