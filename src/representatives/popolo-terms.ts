import type { Day } from '../text/partial-day.ts';
import { InvalidEntryError } from './bad-row.ts';
import { goesOn, isOver, partialDate, periodFrom } from './dates.ts';
import { type Mandate, wordsOf } from './entry.ts';
import type { PopoloIndex } from './popolo-file.ts';
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
    .map(({ organization_id, organization }) => organization ?? file.organizations.get(organization_id ?? ''))
    .find(isParty);
  return memberships.map((membership) => {
    const post = membership.post ?? file.posts.get(membership.post_id ?? '');
    const body = bodyOf(membership, post, file);
    const period = periodOf(membership, file);
    const over = isOver(period, day);
    if (isParty(body)) return { membership, post, mandate: undefined, over };
    const party = membership.on_behalf_of ?? file.organizations.get(membership.on_behalf_of_id ?? '');
    const mandate = {
      role: roleOf(membership.role ?? post?.role ?? post?.label ?? membership.label),
      body: wordsOf(body?.name ?? body?.id),
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
  const body = within ?? file.organizations.get(id ?? '');
  const wanted = id ?? (post ? undefined : membership.post_id);
  if (!body && wanted) throw new InvalidEntryError(`is a member of ${wanted.slice(0, 60)}, which is not in the file`);
  return body;
}

function periodOf(membership: PopoloMembership, file: PopoloIndex): Pick<Mandate, 'started_on' | 'ended_on'> {
  const term = eventOf(membership, file);
  return periodFrom(
    partialDate(membership.start_date) ?? partialDate(term?.start_date),
    partialDate(membership.end_date) ?? partialDate(term?.end_date),
  );
}

function eventOf(membership: PopoloMembership, file: PopoloIndex) {
  return membership.legislative_period ?? file.events.get(membership.legislative_period_id ?? '');
}

function placeOf(
  membership: PopoloMembership,
  post: PopoloPost | undefined,
  file: PopoloIndex,
): Pick<Mandate, 'area' | 'term'> {
  const area =
    membership.area ?? file.areas.get(membership.area_id ?? '') ?? post?.area ?? file.areas.get(post?.area_id ?? '');
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
