import type { z } from 'zod';
import type { Day } from '../text/partial-day.ts';
import type { Meant, Refused } from './entry.ts';
import { readableName } from './popolo-names.ts';
import {
  Area,
  Event,
  Membership,
  Organization,
  Popolo,
  type PopoloArea,
  type PopoloEvent,
  type PopoloFile,
  type PopoloMembership,
  type PopoloOrganization,
  type PopoloPost,
  Post,
  whyNot,
} from './popolo-shapes.ts';

/** A file that is no Popolo at all; the message says where it stops being one. */
export class NotPopoloError extends Error {
  override readonly name = 'NotPopoloError';
}

/** What a file says, to be looked up; what stands inside of something else can be looked up like the rest. */
export interface PopoloIndex {
  readonly persons: unknown[];
  readonly organizations: Map<string, PopoloOrganization>;
  readonly posts: Map<string, PopoloPost>;
  readonly areas: Map<string, PopoloArea>;
  readonly events: Map<string, PopoloEvent>;
  /** By person. */
  readonly memberships: Map<string, PopoloMembership[]>;
  /** Why a person's memberships could not all be read. */
  readonly broken: Map<string, string>;
  /** What could not be read, or belongs to nobody in the file. */
  readonly refused: (Refused & { readonly meant: Meant })[];
}

/** Reads the lists of a file. @param day on which names hold @throws NotPopoloError */
export function readPopoloFile(json: string, day: Day): PopoloIndex {
  const file = withIds(parsed(json), day);
  const index: PopoloIndex = {
    persons: [...file.persons],
    organizations: new Map(),
    posts: new Map(),
    areas: new Map(),
    events: new Map(),
    memberships: new Map(),
    broken: new Map(),
    refused: [],
  };
  take(index, index.organizations, Organization, file, 'organizations');
  take(index, index.posts, Post, file, 'posts');
  takePostsWithin(index, file);
  take(index, index.areas, Area, file, 'areas');
  take(index, index.events, Event, file, 'events');
  const places = takeMemberships(index, file);
  addPersonsWithin(index);
  refuseStrangers(index, places);
  return index;
}

/** Popolo lets ids be left out: where nobody has one, who alone has a name is known by it. */
function withIds(file: PopoloFile, day: Day): PopoloFile {
  const idOf = (person: unknown) => (person as { id?: unknown } | null)?.id ?? '';
  if (file.persons.some((person) => idOf(person) !== '')) return file;
  const named = Map.groupBy(file.persons, (person) => readableName(person, day));
  const alone = (name: string | undefined) => (named.get(name)?.length === 1 ? name : undefined);
  return { ...file, persons: file.persons.map((person) => inside(person, { id: alone(readableName(person, day)) })) };
}

function parsed(json: string): PopoloFile {
  let content: unknown;
  try {
    content = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new NotPopoloError(`not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
  const read = Popolo.safeParse(content);
  if (read.success) return read.data;
  throw new NotPopoloError(
    whyNot(read.error).replace(/^is no object/, 'the file is no object with lists of persons and memberships'),
  );
}

/** What can't be read may hold a membership of anybody. */
const MAY_HOLD: Meant = { membership: true };

interface Referred {
  readonly id?: string | null | undefined;
}

/** Takes what can be referred to. */
function take<Item extends Referred>(
  index: PopoloIndex,
  into: Map<string, Item>,
  shape: z.ZodType<Item>,
  file: PopoloFile,
  list: 'organizations' | 'posts' | 'areas' | 'events',
): void {
  for (const [at, given] of (file[list] ?? []).entries()) {
    const read = shape.safeParse(given);
    if (!read.success) index.refused.push({ at: `${list}[${at}]`, reason: whyNot(read.error), meant: MAY_HOLD });
    else if (read.data.id) into.set(read.data.id, read.data);
  }
}

/** Organizations may hold their posts. */
function* postsWithin(file: PopoloFile): Generator<{ at: string; given: unknown }> {
  for (const [number, holder] of (file.organizations ?? []).entries()) {
    const { posts, memberships: _, ...owner } = (holder ?? {}) as Readonly<Record<string, unknown>>;
    if (!Array.isArray(posts)) continue;
    for (const [at, post] of posts.entries())
      yield { at: `organizations[${number}].posts[${at}]`, given: inside(post, referenceTo('organization', owner)) };
  }
}

function takePostsWithin(index: PopoloIndex, file: PopoloFile): void {
  for (const { at, given } of postsWithin(file)) {
    const read = Post.safeParse(given);
    if (read.success) add(index.posts, read.data);
    else index.refused.push({ at, reason: whyNot(read.error), meant: MAY_HOLD });
  }
}

/** What something says, and what it stands inside of, unless it says that itself: nothing, and null, say nothing. */
function inside(given: unknown, within: object): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const said = Object.entries(given).filter(([key, value]) => !(key in within) || (value ?? '') !== '');
  return { ...within, ...Object.fromEntries(said) };
}

type Holder = 'person' | 'organization' | 'post';

/** How what stands inside of something refers to it: by its id, which may be missing, else by what it says. */
function referenceTo(kind: Holder, owner: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return (owner.id ?? '') === '' ? { [kind]: owner } : { [`${kind}_id`]: owner.id };
}

interface Found {
  readonly at: string;
  readonly given: unknown;
  /** What a membership is a membership of, where it stands inside of it. */
  readonly within: Readonly<Record<string, unknown>>;
}

/** Popolo lets memberships stand by themselves, and inside of persons, organizations and posts. */
function* everyMembership(file: PopoloFile): Generator<Found> {
  for (const [at, given] of (file.memberships ?? []).entries()) yield { at: `memberships[${at}]`, given, within: {} };
  const holders = [
    ['persons', 'person'],
    ['organizations', 'organization'],
    ['posts', 'post'],
  ] as const;
  for (const [list, kind] of holders)
    for (const [at, holder] of (file[list] ?? []).entries()) yield* membershipsWithin(holder, `${list}[${at}]`, kind);
  for (const { at, given } of postsWithin(file)) yield* membershipsWithin(given, at, 'post');
}

function* membershipsWithin(holder: unknown, place: string, kind: Holder): Generator<Found> {
  const { memberships, ...owner } = (holder ?? {}) as Readonly<Record<string, unknown>>;
  if (memberships === undefined || memberships === null) return;
  const within = kind === 'person' ? { person_id: owner.id } : referenceTo(kind, owner);
  // What is no list says that there is something, and not what.
  if (!Array.isArray(memberships)) yield { at: `${place}.memberships`, given: [], within };
  else for (const [at, given] of memberships.entries()) yield { at: `${place}.memberships[${at}]`, given, within };
}

/** @returns where it first said something of each person */
function takeMemberships(index: PopoloIndex, file: PopoloFile): Map<string, string> {
  const places = new Map<string, string>();
  for (const found of everyMembership(file)) {
    const person = takeMembership(index, found);
    if (person && !places.has(person)) places.set(person, found.at);
  }
  return places;
}

/** @returns whose it is */
function takeMembership(index: PopoloIndex, { at, given, within }: Found): string | undefined {
  const known = inside(given, within);
  const read = Membership.safeParse(known);
  if (read.success && isOfOrganization(read.data, index)) return undefined;
  const person = read.success ? personOf(read.data) : (personIn(known) ?? personIn(within));
  const reason = read.success ? 'names no person' : whyNot(read.error);
  if (person && read.success) addMembership(index, person, read.data);
  else if (person) index.broken.set(person, `${at}: ${reason}`);
  // A person without an id is refused with all that stands inside.
  else if (!('person_id' in within)) index.refused.push({ at, reason, meant: MAY_HOLD });
  return person ?? undefined;
}

function personOf({ person_id, person, member }: PopoloMembership): string | null | undefined {
  return person_id ?? person?.id ?? member?.id;
}

/** Organizations are members of others. */
function isOfOrganization(membership: PopoloMembership, { organizations }: PopoloIndex): boolean {
  const { person_id, person, member } = membership;
  if (person_id || person?.id || !member) return false;
  return (
    /organi[sz]ation/i.test(member['@type'] ?? '') || !!member.classification || organizations.has(member.id ?? '')
  );
}

/** Whose a membership is that can't be read otherwise. */
function personIn(given: unknown): string | undefined {
  const id = (given as { person_id?: unknown } | null)?.person_id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function addMembership(index: PopoloIndex, person: string, membership: PopoloMembership): void {
  const known = index.memberships.get(person);
  if (known) known.push(membership);
  else index.memberships.set(person, [membership]);
  const { organization, on_behalf_of, post, area, legislative_period } = membership;
  add(index.organizations, organization, on_behalf_of, post?.organization);
  add(index.posts, post);
  add(index.areas, area, post?.area);
  add(index.events, legislative_period);
}

/** The first word about something counts, and later ones where it says nothing. */
function add<Item extends Referred>(into: Map<string, Item>, ...items: (Item | null | undefined)[]): void {
  for (const item of items) if (item?.id) into.set(item.id, inside(into.get(item.id) ?? {}, item) as Item);
}

/** What is known of something: lists say more than what is repeated inside of other things. */
export function look<Item extends Referred>(
  items: ReadonlyMap<string, Item>,
  within: Item | null | undefined,
  id: string | null | undefined,
): Item | undefined {
  return items.get(within?.id ?? id ?? '') ?? within ?? undefined;
}

function idsOf({ persons }: PopoloIndex): Set<string> {
  return new Set(persons.map((person) => String((person as { id?: unknown } | null)?.id)));
}

/** Persons who stand only inside of their memberships, with more than an id. */
function addPersonsWithin(index: PopoloIndex): void {
  const listed = idsOf(index);
  for (const [id, memberships] of index.memberships) {
    const said = memberships.map(({ person, member }) => person ?? member);
    const within = said.find((person) => person?.id === id && Object.keys(person).length > 1);
    if (within && !listed.has(id)) index.persons.push(within);
  }
}

/** Whoever is a member of something, and is not told of. */
function refuseStrangers(index: PopoloIndex, places: ReadonlyMap<string, string>): void {
  const listed = idsOf(index);
  for (const [id, at] of places) {
    if (listed.has(id)) continue;
    const reason = index.broken.get(id) ?? `is a membership of ${id.slice(0, 60)}, who is not in the file`;
    index.refused.push({ at, reason, meant: { externalId: id, membership: true } });
  }
}
