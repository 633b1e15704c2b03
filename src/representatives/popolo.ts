import { z } from 'zod';
import { oneLine } from '../supporters/plain-words.ts';
import { BadRow, channel, type Entry, goesOn, type Mandate, partialDate, type Reading, readEach } from './entry.ts';
import type { Channel } from './representative-queries.ts';

const text = z.string().nullish();
const Contact = z.looseObject({ type: z.string(), value: z.string() });
const contacts = z.array(Contact).nullish();
const Named = z.looseObject({ id: z.string(), name: text });

const Person = z.looseObject({
  id: z.string().min(1),
  name: text,
  email: text,
  death_date: text,
  contact_details: contacts,
  links: z.array(z.looseObject({ url: z.string(), note: text })).nullish(),
});
const Membership = z.looseObject({
  person_id: text,
  organization_id: text,
  on_behalf_of_id: text,
  post_id: text,
  area_id: text,
  legislative_period_id: text,
  role: text,
  start_date: text,
  end_date: text,
  contact_details: contacts,
});
const Organization = Named.extend({ classification: text });
const Post = z.looseObject({
  id: z.string(),
  label: text,
  role: text,
  organization_id: text,
  area_id: text,
  contact_details: contacts,
});
const Event = Named.extend({ start_date: text, end_date: text });

const Popolo = z.looseObject({
  persons: z.array(z.unknown()),
  organizations: z.array(Organization).nullish(),
  memberships: z.array(Membership).nullish(),
  posts: z.array(Post).nullish(),
  areas: z.array(Named).nullish(),
  events: z.array(Event).nullish(),
});

type Data = ReturnType<typeof indexed>;
type PopoloMembership = z.infer<typeof Membership>;

/** A file that is no Popolo at all; the message says where it stops being one. */
export class NotPopolo extends Error {
  override readonly name = 'NotPopolo';
}

/**
 * Reads Popolo JSON (popoloproject.com), also as EveryPolitician wrote it, where terms are events.
 * @param day 'YYYY-MM-DD' on which somebody counts as in office
 * @throws NotPopolo
 */
export function readPopolo(json: string, day: string): Reading {
  const data = indexed(parsed(json));
  return readEach(
    data.persons,
    (person, index) => idOf(person) ?? `persons[${index}]`,
    (person, at) => entryOf(person, at, data, day),
  );
}

function parsed(json: string): z.infer<typeof Popolo> {
  let content: unknown;
  try {
    content = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new NotPopolo(`not JSON: ${(error as Error).message}`);
  }
  const read = Popolo.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new NotPopolo(`${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
}

function indexed(data: z.infer<typeof Popolo>) {
  const byId = <Item extends { id: string }>(items: readonly Item[] | null | undefined) =>
    new Map((items ?? []).map((item) => [item.id, item]));
  return {
    persons: data.persons,
    organizations: byId(data.organizations),
    posts: byId(data.posts),
    areas: byId(data.areas),
    events: byId(data.events),
    memberships: Map.groupBy(data.memberships ?? [], (membership) => membership.person_id ?? ''),
  };
}

function idOf(person: unknown): string | undefined {
  const id = (person as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function entryOf(given: unknown, at: string, data: Data, day: string): Entry {
  const read = Person.safeParse(given);
  if (!read.success) throw new BadRow(`${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`);
  const person = read.data;
  const name = oneLine(person.name ?? '');
  if (name === '') throw new BadRow('has no name');
  const memberships = data.memberships.get(person.id) ?? [];
  const died = partialDate(person.death_date);
  const mandates = memberships.flatMap((membership) => mandateOf(membership, memberships, data, day, died) ?? []);
  return {
    at,
    externalId: person.id,
    office: null,
    name,
    languages: [],
    links: (person.links ?? []).map(({ url, note }) => ({ url, note: note ?? null })),
    source: null,
    asOf: null,
    mandates,
    channels: channelsOf(person, memberships, data),
    endedOn: mandates.some(({ current }) => current) ? null : (died ?? lastDay(mandates) ?? day),
  };
}

function mandateOf(
  membership: PopoloMembership,
  all: readonly PopoloMembership[],
  data: Data,
  day: string,
  died: string | null,
): Mandate | undefined {
  const post = data.posts.get(membership.post_id ?? '');
  const body = data.organizations.get(membership.organization_id ?? post?.organization_id ?? '');
  if (!body || isParty(body)) return undefined;
  const term = data.events.get(membership.legislative_period_id ?? '');
  const area = data.areas.get(membership.area_id ?? post?.area_id ?? '');
  const period = {
    started_on: partialDate(membership.start_date ?? term?.start_date),
    ended_on: partialDate(membership.end_date ?? term?.end_date),
  };
  return {
    role: roleOf(membership.role ?? post?.role ?? post?.label),
    body: oneLine(body.name ?? body.id),
    body_kind: kindOf(body.classification),
    party: partyOf(membership, all, data),
    area: area ? oneLine(area.name ?? area.id) : null,
    term: term ? oneLine(term.name ?? term.id) : null,
    ...period,
    current: died === null && goesOn(period, day),
  };
}

function isParty(body: z.infer<typeof Organization>): boolean {
  return /^(party|faction|political.?group)$/i.test(body.classification ?? '');
}

function kindOf(classification: string | null | undefined): Mandate['body_kind'] {
  if (/legislature|parliament|assembly|chamber|council|house|senate/i.test(classification ?? '')) return 'legislature';
  if (/ministry|department/i.test(classification ?? '')) return 'ministry';
  return /executive|government|cabinet/i.test(classification ?? '') ? 'executive' : 'other';
}

/** A plain "member" says nothing that the reader's own language would not say better. */
function roleOf(role: string | null | undefined): string | null {
  const words = oneLine(role ?? '');
  return words === '' || words.toLowerCase() === 'member' ? null : words;
}

function partyOf(membership: PopoloMembership, all: readonly PopoloMembership[], data: Data): string | null {
  const ids = [membership.on_behalf_of_id, ...all.map(({ organization_id }) => organization_id)];
  const party = ids.map((id) => data.organizations.get(id ?? '')).find((body) => body !== undefined && isParty(body));
  const name = oneLine(party?.name ?? '');
  return name === '' || /^unknown$/i.test(name) ? null : name;
}

const kinds: ReadonlyMap<string, Channel['kind']> = new Map([
  ['email', 'email'],
  ['phone', 'phone'],
  ['voice', 'phone'],
  ['cell', 'phone'],
  ['mobile', 'phone'],
  ['address', 'post'],
  ['postal', 'post'],
  ['twitter', 'x'],
  ['x', 'x'],
  ['facebook', 'facebook'],
  ['bluesky', 'bluesky'],
  ['form', 'web-form'],
  ['contact_form', 'web-form'],
]);

function channelsOf(
  person: z.infer<typeof Person>,
  memberships: readonly PopoloMembership[],
  data: Data,
): Entry['channels'] {
  const details = [
    ...(person.email ? [{ type: 'email', value: person.email }] : []),
    ...(person.contact_details ?? []),
    ...memberships.flatMap((membership) => [
      ...(membership.contact_details ?? []),
      ...(data.posts.get(membership.post_id ?? '')?.contact_details ?? []),
    ]),
  ];
  const channels = details.flatMap(({ type, value }) => {
    const kind = kinds.get(type.toLowerCase());
    return kind ? [channel(kind, value)] : [];
  });
  return [...new Map(channels.map((one) => [`${one.kind} ${one.value}`, one])).values()];
}

function lastDay(mandates: readonly Mandate[]): string | null {
  return (
    mandates
      .map(({ ended_on }) => ended_on ?? '')
      .sort()
      .at(-1) || null
  );
}
