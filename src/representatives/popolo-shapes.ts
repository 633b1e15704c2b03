import { z } from 'zod';

const text = z.string('is no text').nullish();
/** Some sources number what they know. */
const id = z
  .union([z.string(), z.number()], { error: ({ input }) => ((input ?? '') === '' ? 'is missing' : 'is no id') })
  .transform(String);
const reference = id.nullish();
const list = <Item extends z.ZodType>(item: Item) => z.array(item, 'is no list').nullish();
const object = <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject(shape, 'is no object');

const Contact = object({
  type: text,
  value: z.union([z.string(), z.number()], 'is no text').transform(String).nullish(),
  valid_from: text,
  valid_until: text,
  valid_through: text,
});
const contact_details = list(Contact);
const Named = object({ id: reference, name: text });

export const Organization = Named.extend({ classification: text });
export const Post = object({
  id: reference,
  label: text,
  role: text,
  organization_id: reference,
  organization: Organization.nullish(),
  area_id: reference,
  area: Named.nullish(),
  contact_details,
});
export const Area = Named;
export const Event = Named.extend({ start_date: text, end_date: text });

export const Membership = object({
  person_id: reference,
  person: Named.nullish(),
  // A person, or an organization.
  member: Named.extend({ '@type': text, classification: text }).nullish(),
  organization_id: reference,
  organization: Organization.nullish(),
  on_behalf_of_id: reference,
  on_behalf_of: Organization.nullish(),
  post_id: reference,
  post: Post.nullish(),
  area_id: reference,
  area: Named.nullish(),
  legislative_period_id: reference,
  legislative_period: Event.nullish(),
  role: text,
  label: text,
  start_date: text,
  end_date: text,
  contact_details,
});

const nameParts = {
  given_name: text,
  additional_name: text,
  patronymic_name: text,
  family_name: text,
  honorific_prefix: text,
  honorific_suffix: text,
};
const OtherName = object({
  ...nameParts,
  name: text,
  note: text,
  start_date: text,
  end_date: text,
  lordname: text,
  lordofname: text,
});

/** How somebody is called, whatever else stands beside it. */
export const Called = object({ ...nameParts, name: text, other_names: list(OtherName) });

export const Person = Called.extend({
  id,
  email: text,
  death_date: text,
  contact_details,
  links: list(object({ url: text, note: text })),
});

/** What a file holds; each of its items is looked at by itself, so that a bad one does not hide the others. */
export const Popolo = object({
  persons: z.array(z.unknown(), 'is no list; a Popolo file has one of persons'),
  organizations: list(z.unknown()),
  memberships: list(z.unknown()),
  posts: list(z.unknown()),
  areas: list(z.unknown()),
  events: list(z.unknown()),
});

export type PopoloFile = z.infer<typeof Popolo>;
export type PopoloCalled = z.infer<typeof Called>;
export type PopoloPerson = z.infer<typeof Person>;
export type PopoloOtherName = z.infer<typeof OtherName>;
export type PopoloMembership = z.infer<typeof Membership>;
export type PopoloOrganization = z.infer<typeof Organization>;
export type PopoloPost = z.infer<typeof Post>;
export type PopoloArea = z.infer<typeof Area>;
export type PopoloEvent = z.infer<typeof Event>;

/** Where a value stops being what it should be, in words: `start_date is no text`. */
export function whyNot(error: z.ZodError): string {
  const [issue] = error.issues;
  return [issue?.path.join('.'), issue?.message].filter(Boolean).join(' ').slice(0, 200);
}
