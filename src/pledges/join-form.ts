import { chosen, type Fields, openForm, SPEAK, tellingLong, typed } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import type { Problems } from '../site/components/form.tsx';
import { type TooLong, withTooLong } from '../site/too-long.ts';
import { mayBeNamed } from '../states/risks.ts';
import type { State } from '../states/states.ts';
import { type Mailbox, readMailbox } from '../text/mailbox.ts';
import { readName } from '../text/text-cleaning.ts';
import { isSupporterKind, type SupporterKind } from './supporter-kinds.ts';

/** The country comes first, in the address. */
export const joinQuery: Fields = { state: chosen(40), [SPEAK]: chosen(20) };

export const pledgeForm = tellingLong(
  openForm({
    state: chosen(40),
    [SPEAK]: chosen(20),
    name: typed('pledges.name.label', 200),
    email: typed('pledges.email.label', 254),
    kind: chosen(40),
    organisation: typed('pledges.organisation.label', 200),
    news: chosen(20),
    'public-name': chosen(20),
  }),
);

/** What somebody typed to join, kept whole whatever is wrong with it. */
export interface TypedPledge {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly kind: string;
  readonly news: boolean;
  readonly publicName: boolean;
}

/** A pledge that can be taken. */
export interface Pledge {
  readonly name: string;
  readonly mailbox: Mailbox;
  readonly organisation: string | undefined;
  readonly kind: SupporterKind;
  readonly consents: readonly ('news' | 'public-name')[];
}

/** @param state of whoever joins: where names are not shown, what is ticked all the same is not heard */
export function readPledge(form: URLSearchParams, state: Pick<State, 'risk'>): TypedPledge {
  const text = (name: string) => form.get(name)?.trim() ?? '';
  return {
    name: text('name'),
    email: text('email'),
    organisation: text('organisation'),
    kind: text('kind'),
    news: form.has('news'),
    publicName: mayBeNamed(state) && form.has('public-name'),
  };
}

/** @returns the pledge, or what is wrong with it, field by field in the reader's language */
export function checkPledge(
  typed: TypedPledge,
  view: Pick<View, 't'>,
  tooLong: TooLong | undefined,
): { pledge: Pledge } | { problems: Problems } {
  const problems = new Map<string, string>();
  const name = readName(typed.name);
  const mailbox = readMailbox(typed.email);
  const organisation = typed.organisation === '' ? undefined : readName(typed.organisation);
  const { kind } = typed;
  if (!name) problems.set('name', view.t('pledges.wrong.name'));
  if (!mailbox) problems.set('email', view.t('pledges.wrong.email'));
  if (typed.organisation !== '' && !organisation) problems.set('organisation', view.t('pledges.wrong.organisation'));
  if (!isSupporterKind(kind)) problems.set('kind', view.t('pledges.wrong.kind'));
  if (problems.size > 0 || tooLong || !name || !mailbox || !isSupporterKind(kind))
    return { problems: withTooLong(view, problems, tooLong) };
  const consents = [typed.news && ('news' as const), typed.publicName && ('public-name' as const)];
  return { pledge: { name, mailbox, organisation, kind, consents: consents.filter((consent) => consent !== false) } };
}
