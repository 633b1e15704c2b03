/** What somebody who runs this is there for. Authors and translators come with the texts that they work on. */
export const roles = ['administrator', 'editor', 'moderator', 'campaigner', 'record-keeper', 'reader'] as const;
export type Role = (typeof roles)[number];

export function isRole(typed: string | undefined): typed is Role {
  return roles.some((role) => role === typed);
}

/** Who may do what, beside administrators, who may do all of it. Whoever is not named may not. */
const mayDo = {
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

export type Act = keyof typeof mayDo;
export const acts = Object.keys(mayDo) as readonly Act[];

/** The table of roles and acts, read by whatever lets a person act. */
export function mayAct(role: Role, act: Act): boolean {
  const others: readonly Role[] = mayDo[act];
  return role === 'administrator' || others.includes(role);
}
