import type { App } from '../http/app.ts';
import type { LinkPurpose, OpenedLink } from '../sealing/mailed-link.ts';

/** Links that work for long, and can be had anew by mail once they have ended. */
export const lastingPurposes = ['confirm', 'status', 'answer', 'office', 'office-proof'] as const;
export type LastingPurpose = Extract<LinkPurpose, (typeof lastingPurposes)[number]>;

const DAY = 86_400_000;

/** When a link that is made at some time ends. */
export function endOfLink({ settings }: Pick<App, 'settings'>, madeAt: Date): Date {
  return new Date(madeAt.getTime() + settings.LINK_DAYS * DAY);
}

/** Whether a link has ended: an old mail must not open anything for whoever finds it. */
export function hasEnded(app: Pick<App, 'settings'>, link: OpenedLink, now = Date.now()): boolean {
  return endOfLink(app, link.madeAt).getTime() <= now;
}
