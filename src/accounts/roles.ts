import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { ControllerId } from '../controllers/controllers.ts';

/** What somebody who runs this is there for: whoever has an account has one of these. */
export const roles = [
  ...(['administrator', 'editor', 'translator', 'moderator'] as const),
  ...(['campaigner', 'record-keeper', 'reader'] as const),
] as const;
export type Role = (typeof roles)[number];

/**
 * In the table, and given to nobody yet, as nothing could be theirs: authors come with articles, publishers and managers with the accounts
 * of member organisations.
 */
export const rolesToCome = ['author', 'publisher', 'manager'] as const;
export type AnyRole = Role | (typeof rolesToCome)[number];

export function isRole(typed: string | undefined): typed is Role {
  return roles.some((role) => role === typed);
}

/** In which state something authored may be, in one language (`publications/publication.ts` has the same). */
export type ItemState = 'draft' | 'in-review' | 'scheduled' | 'published';

/** Who wants to do something. */
export interface Doer {
  readonly role: AnyRole;
  readonly actor_id: ActorId;
  /** Into which a translator translates. */
  readonly languages: readonly Lang[];
  /** Whose member somebody acts for. */
  readonly organisation?: ControllerId | undefined;
}

/** What it is done to, as far as that is known; what is not known is nobody's own. */
export interface Item {
  readonly state?: ItemState | undefined;
  readonly lang?: Lang | undefined;
  /** Who wrote it. */
  readonly author?: ActorId | undefined;
  readonly organisation?: ControllerId | undefined;
}

/** How far somebody may do something: as far as it says nothing, with whatever there is. */
interface Right {
  readonly states?: readonly ItemState[];
  /** Those into which they translate. */
  readonly languages?: 'own';
  /** What they wrote; what their organisation has. */
  readonly whose?: 'own' | 'organisation';
}

const all: Right = {};
const beforeReaders: Right = { states: ['draft', 'in-review'] };
const ofOrganisation: Right = { whose: 'organisation' };

/** Who may do what beside administrators, who may do all of it, and how far. Whoever is not named may not. */
const alsoMay = {
  'accounts.change': {},
  'audit.read': {},
  // What was written stands before readers at once.
  'campaigns.approve': { campaigner: all, editor: all, publisher: ofOrganisation, manager: ofOrganisation },
  'campaigns.change': { campaigner: all, manager: ofOrganisation },
  'campaigns.import': { campaigner: all },
  // Its words and those of its asks; of what readers see, what is written waits for somebody who approves it.
  'campaigns.write': {
    ...{ campaigner: all, editor: all, author: { whose: 'own' }, translator: { languages: 'own' } },
    ...{ publisher: ofOrganisation, manager: ofOrganisation },
  },
  'content.decide': { editor: all },
  'controllers.change': {},
  'demonstration.remove': {},
  'keys.change': {},
  'letters.decide': { moderator: all },
  'machine.read': {},
  // Pictures, with whose they are and where they are shown; before readers they come as everything does (`publications.change`).
  'media.change': { campaigner: all, editor: all },
  // What whoever does not see a picture is told, and what stands below it.
  'media.describe': { campaigner: all, editor: all, translator: { languages: 'own' } },
  // Of people who agreed to be named: before readers see it, and after.
  'names.decide': { editor: all, moderator: all },
  'publications.change': { editor: all, publisher: ofOrganisation, manager: ofOrganisation },
  // At once, from everywhere and for good, for somebody's safety.
  'publications.remove-for-safety': { editor: all, moderator: all },
  // From a draft to those who review it, and back: before readers see it.
  'publications.hand-in': {
    editor: all,
    author: { ...beforeReaders, whose: 'own' },
    translator: { ...beforeReaders, languages: 'own' },
    publisher: { ...beforeReaders, ...ofOrganisation },
    manager: { ...beforeReaders, ...ofOrganisation },
  },
  'record.import': { 'record-keeper': all },
  // Each row with its sources and all that it said before, as far as readers may see it.
  'record.read': { campaigner: all, editor: all, reader: all, 'record-keeper': all, translator: all },
  // What is recorded and not public yet (`public_on`).
  'record.see-embargoed': { 'record-keeper': all },
  'representatives.change': { campaigner: all },
  'representatives.import': { campaigner: all },
  'representatives.resume': { moderator: all },
  'requests.settle': { moderator: all },
  'risks.judge': { campaigner: all },
  'states.import': { 'record-keeper': all },
  // Numbers without people; a member’s own campaigns are for its own.
  'statistics.read': {
    ...{ campaigner: all, editor: all, moderator: all, reader: all, 'record-keeper': all, translator: all },
    ...{ publisher: ofOrganisation, manager: ofOrganisation },
  },
  // Of people's data: two of those who may are needed.
  'supporters.erase': { moderator: all },
  'supporters.send-link': { moderator: all },
} as const satisfies Readonly<Record<string, Partial<Readonly<Record<AnyRole, Right>>>>>;

export type Deed = keyof typeof alsoMay;
export const deeds = Object.keys(alsoMay) as readonly Deed[];

function rightOf(role: AnyRole, deed: Deed): Right | undefined {
  const others: Partial<Readonly<Record<AnyRole, Right>>> = alsoMay[deed];
  return role === 'administrator' ? all : others[role];
}

/** Whether there may be something to which somebody may do this: what they are shown, and asked, before it is known to what. */
export function mayEver(role: AnyRole, deed: Deed): boolean {
  return rightOf(role, deed) !== undefined;
}

/** The table of roles, deeds, states, languages and whose it is, read by whatever lets a person do something. */
export function mayDo(doer: Doer, deed: Deed, { state, lang, author, organisation }: Item = {}): boolean {
  const right = rightOf(doer.role, deed);
  if (!right) return false;
  if (right.states && !right.states.some((one) => one === state)) return false;
  if (right.languages && !doer.languages.some((one) => one === lang)) return false;
  if (right.whose === 'own') return author === doer.actor_id;
  return right.whose !== 'organisation' || (organisation !== undefined && organisation === doer.organisation);
}
