import type { View } from '../http/view.ts';

/** The eight kinds of supporter that the campaign speaks to. */
export const supporterKinds = [
  'public',
  'civil-society',
  'academia',
  'media',
  'state',
  'organisation',
  'personality',
  'celebrity',
] as const;
export type SupporterKind = (typeof supporterKinds)[number];

export function isSupporterKind(word: string): word is SupporterKind {
  return (supporterKinds as readonly string[]).includes(word);
}

/** Undefined for a word that is no kind, as an older version may have stored. */
export function supporterKindName(view: Pick<View, 't'>, kind: string): string | undefined {
  return isSupporterKind(kind) ? view.t(`pledges.kind.${kind}`) : undefined;
}
