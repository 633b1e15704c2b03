/**
 * What we say of a mail in place of a server: it stays on this machine; none could be made; nobody answered; it was only tried, in a
 * demonstration; people here refused it, for a reason that stands in their review alone.
 */
export const wordsSaidHere = ['kept-here', 'not-made', 'no-reply', 'only-tried', 'refused-here'] as const;
export type SaidHere = (typeof wordsSaidHere)[number];

/** What a server said, or what we say in its place; never both. */
export interface Said {
  readonly reply: string | null;
  readonly here: SaidHere | null;
}

/** How nodemailer names a line that broke before anybody answered. */
const LINE_BROKE = /^E[A-Z_]+$/;

/** Tells a server's words from ours. */
export function whoSaid(reply: string): Said {
  if (LINE_BROKE.test(reply)) return { reply: null, here: 'no-reply' };
  const here = wordsSaidHere.find((word) => word === reply);
  return here ? { reply: null, here } : { reply, here: null };
}
