import type { z } from 'zod';
import type { Refused } from './entry.ts';
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
  /** What could not be read and belongs to nobody in particular. */
  readonly refused: Refused[];
}

/** Reads the lists of a file. @throws NotPopoloError */
export function readPopoloFile(json: string): PopoloIndex {
  const file = parsed(json);
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
  takeMemberships(index, file);
  addPersonsWithin(index);
  return index;
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

/** Takes what can be referred to. */
function take<Item extends { id?: string | null | undefined }>(
  index: PopoloIndex,
  into: Map<string, Item>,
  shape: z.ZodType<Item>,
  file: PopoloFile,
  list: 'organizations' | 'posts' | 'areas' | 'events',
): void {
  for (const [at, given] of (file[list] ?? []).entries()) {
    const read = shape.safeParse(given);
    if (!read.success) index.refused.push({ at: `${list}[${at}]`, reason: whyNot(read.error) });
    else if (read.data.id) into.set(read.data.id, read.data);
  }
}

/** Organizations may hold their posts. */
function* postsWithin(file: PopoloFile): Generator<{ at: string; given: unknown }> {
  for (const [number, holder] of (file.organizations ?? []).entries()) {
    const { id, posts } = (holder ?? {}) as { id?: unknown; posts?: unknown };
    if (!Array.isArray(posts)) continue;
    for (const [at, post] of posts.entries())
      yield { at: `organizations[${number}].posts[${at}]`, given: inside(post, { organization_id: id }) };
  }
}

function takePostsWithin(index: PopoloIndex, file: PopoloFile): void {
  for (const { at, given } of postsWithin(file)) {
    const read = Post.safeParse(given);
    if (read.success) add(index.posts, read.data);
    else index.refused.push({ at, reason: whyNot(read.error) });
  }
}

/** What something says, and what it stands inside of, unless it says that itself. */
function inside(given: unknown, within: Readonly<Record<string, unknown>>): unknown {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...within, ...given } : given;
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
    ['persons', 'person_id'],
    ['organizations', 'organization_id'],
    ['posts', 'post_id'],
  ] as const;
  for (const [list, key] of holders)
    for (const [at, holder] of (file[list] ?? []).entries()) yield* membershipsWithin(holder, `${list}[${at}]`, key);
  for (const { at, given } of postsWithin(file)) yield* membershipsWithin(given, at, 'post_id');
}

function* membershipsWithin(holder: unknown, place: string, key: string): Generator<Found> {
  const { id, organization_id, memberships } = (holder ?? {}) as Readonly<Record<string, unknown>>;
  if (memberships === undefined || memberships === null) return;
  // Of a post without an id, at least its organization is known.
  const within = key === 'post_id' ? { organization_id, post_id: id } : { [key]: id };
  // What is no list says that there is something, and not what.
  if (!Array.isArray(memberships)) yield { at: `${place}.memberships`, given: [], within };
  else for (const [at, given] of memberships.entries()) yield { at: `${place}.memberships[${at}]`, given, within };
}

function takeMemberships(index: PopoloIndex, file: PopoloFile): void {
  for (const { at, given, within } of everyMembership(file)) {
    const known = inside(given, within);
    const read = Membership.safeParse(known);
    const person = read.success ? (read.data.person_id ?? read.data.person?.id) : (personIn(known) ?? personIn(within));
    if (!person) index.refused.push({ at, reason: read.success ? 'names no person' : whyNot(read.error) });
    else if (!read.success) index.broken.set(person, `${at}: ${whyNot(read.error)}`);
    else addMembership(index, person, read.data);
  }
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

/** The first word about something counts: a list says more than what is repeated inside of other things. */
function add<Item extends { id?: string | null | undefined }>(
  into: Map<string, Item>,
  ...items: (Item | null | undefined)[]
): void {
  for (const item of items) if (item?.id && !into.has(item.id)) into.set(item.id, item);
}

/** Persons who stand only inside of their memberships. */
function addPersonsWithin(index: PopoloIndex): void {
  const listed = new Set(index.persons.map((person) => String((person as { id?: unknown } | null)?.id)));
  for (const [id, memberships] of index.memberships) {
    const within = memberships.find(({ person }) => person?.id === id)?.person;
    if (within && !listed.has(id)) index.persons.push(within);
  }
}
