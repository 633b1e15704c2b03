import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import type { LinkPurpose, OpenedLink } from '../sealing/mailed-link.ts';

/** Links of one purpose that work for long, and can be had anew by mail once they have ended. */
export interface LastingLinks {
  readonly purpose: LinkPurpose;
  /** Leaves it to a job to mail a new one to where the old one went, if that is still known. */
  renew(app: Pick<App, 'database'>, link: OpenedLink, lang: Lang): Promise<void>;
  /** Where links of an action lead; undefined for those that are of no action. */
  readonly address?: (lang: Lang, token: string) => string;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly lastingLinks: ReadonlyMap<string, LastingLinks>;
  }
}

declare module '../sealing/mailed-link.ts' {
  interface LinkPurposes {
    confirm: true;
    status: true;
  }
}

const DAY = 86_400_000;

/** When a link that is made at some time ends. */
export function endOfLink({ settings }: Pick<App, 'settings'>, madeAt: Date): Date {
  return new Date(madeAt.getTime() + settings.LINK_DAYS * DAY);
}

/** Whether a link has ended: an old mail must not open anything for whoever finds it. */
export function hasEnded(app: Pick<App, 'settings'>, link: OpenedLink, now = Date.now()): boolean {
  return endOfLink(app, link.madeAt).getTime() <= now;
}
