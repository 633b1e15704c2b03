import type { Day } from '../text/partial-day.ts';
import { InvalidEntryError, readAll, readParts } from './bad-row.ts';
import { goesOn, isOver, partialDate, periodFrom } from './dates.ts';
import { type Mandate, wordsOf } from './entry.ts';
import { look, type PopoloIndex } from './popolo-file.ts';
import type { PopoloMembership, PopoloOrganization, PopoloPost } from './popolo-shapes.ts';

/** What a membership says: a mandate, unless it is one of a party. */
export interface Term {
  readonly membership: PopoloMembership;
  readonly post: PopoloPost | undefined;
  readonly mandate: Mandate | undefined;
  readonly over: boolean;
}

/** @throws InvalidEntryError where a date is none, or what the membership is of is not in the file: nobody is ended over it */
export function termsOf(memberships: readonly PopoloMembership[], file: PopoloIndex, day: Day): Term[] {
  const partyOfAll = memberships
    .map(({ organization_id, organization }) => look(file.organizations, organization, organization_id))
    .find(isParty);
  return readAll(memberships, (membership) => {
    const post = look(file.posts, membership.post, membership.post_id);
    const { body, period } = readParts({
      body: () => bodyOf(membership, post, file),
      period: () => periodOf(membership, file),
    });
    const over = isOver(period, day);
    if (isParty(body)) return { membership, post, mandate: undefined, over };
    const party = look(file.organizations, membership.on_behalf_of, membership.on_behalf_of_id);
    const mandate = {
      role: roleOf(membership.role ?? post?.role ?? post?.label ?? membership.label),
      body: wordsOf(body?.name ?? body?.id) || null,
      body_kind: kindOf(body?.classification),
      party: partyName(isParty(party) ? party : partyOfAll),
      ...placeOf(membership, post, file),
      ...period,
      current: goesOn(period, day),
    };
    return { membership, post, mandate, over };
  });
}

function bodyOf(
  membership: PopoloMembership,
  post: PopoloPost | undefined,
  file: PopoloIndex,
): PopoloOrganization | undefined {
  const within = membership.organization ?? post?.organization;
  const id = membership.organization_id ?? post?.organization_id;
  const body = look(file.organizations, within, id);
  const wanted = id ?? (post ? undefined : membership.post_id);
  if (!body && wanted) throw new InvalidEntryError(`is a member of ${wanted.slice(0, 60)}, which is not in the file`);
  return body;
}

function periodOf(membership: PopoloMembership, file: PopoloIndex): Pick<Mandate, 'started_on' | 'ended_on'> {
  const { legislative_period_id: id, end_date } = membership;
  const term = eventOf(membership, file);
  // Without its last day, whoever served in it would serve for ever.
  if (id && !term && !end_date)
    throw new InvalidEntryError(`serves in the term ${id.slice(0, 60)}, which is not in the file`);
  const { start, end } = readParts({
    start: () => partialDate(membership.start_date) ?? partialDate(term?.start_date),
    end: () => partialDate(end_date) ?? partialDate(term?.end_date),
  });
  return periodFrom(start, end);
}

function eventOf(membership: PopoloMembership, file: PopoloIndex) {
  return look(file.events, membership.legislative_period, membership.legislative_period_id);
}

function placeOf(
  membership: PopoloMembership,
  post: PopoloPost | undefined,
  file: PopoloIndex,
): Pick<Mandate, 'area' | 'term'> {
  const area = look(file.areas, membership.area, membership.area_id) ?? look(file.areas, post?.area, post?.area_id);
  const term = eventOf(membership, file);
  return { area: wordsOf(area?.name ?? area?.id) || null, term: wordsOf(term?.name ?? term?.id) || null };
}

function isParty(body: PopoloOrganization | null | undefined): boolean {
  return /^(?:(?:political[ _-]?)?party|faction|fraction|(?:political|parliamentary)[ _-]?group)$/i.test(
    body?.classification?.trim() ?? '',
  );
}

function kindOf(classification: string | null | undefined): Mandate['body_kind'] {
  if (/legislature|parliament|assembly|chamber|council|house|senate/i.test(classification ?? '')) return 'legislature';
  if (/ministry|department/i.test(classification ?? '')) return 'ministry';
  return /executive|government|cabinet/i.test(classification ?? '') ? 'executive' : 'other';
}

/** A plain "member" says nothing that the reader's own language would not say better. */
function roleOf(role: string | null | undefined): string | null {
  const words = wordsOf(role);
  return words === '' || words.toLowerCase() === 'member' ? null : words;
}

function partyName(party: PopoloOrganization | null | undefined): string | null {
  const name = wordsOf(party?.name);
  return name === '' || /^unknown$/i.test(name) ? null : name;
}
