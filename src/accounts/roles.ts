/** What somebody who runs this is there for. Authors come with the texts that they work on. */
export const roles = [
  ...(['administrator', 'editor', 'translator', 'moderator'] as const),
  ...(['campaigner', 'record-keeper', 'reader'] as const),
] as const;
export type Role = (typeof roles)[number];

export function isRole(typed: string | undefined): typed is Role {
  return roles.some((role) => role === typed);
}

/** Who may do what, beside administrators, who may do all of it. Whoever is not named may not. */
const alsoMay = {
  'accounts.change': [],
  'campaigns.change': ['campaigner'],
  'campaigns.import': ['campaigner'],
  'content.decide': ['editor'],
  'controllers.change': [],
  'demonstration.remove': [],
  'keys.change': [],
  'letters.decide': ['moderator'],
  'publications.change': ['editor'],
  'record.import': ['record-keeper'],
  'representatives.import': ['campaigner'],
  'representatives.resume': ['moderator'],
  'requests.settle': ['moderator'],
  'risks.judge': ['campaigner'],
  'states.import': ['record-keeper'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Deed = keyof typeof alsoMay;
export const deeds = Object.keys(alsoMay) as readonly Deed[];

/** The table of roles and deeds, read by whatever lets a person do something. */
export function mayDo(role: Role, deed: Deed): boolean {
  const others: readonly Role[] = alsoMay[deed];
  return role === 'administrator' || others.includes(role);
}
