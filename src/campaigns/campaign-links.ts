import type { Deed } from '../accounts/roles.ts';
import type { Lang } from '../config/langs.ts';
import type { Key } from '../locales/words.ts';

/** Where a room above leads from a campaign in the office. */
export interface CampaignLink {
  readonly label: Key;
  /** Whoever may do this with the campaign gets it. */
  readonly who: Deed;
  readonly link: (lang: Lang, slug: string) => string;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly campaignLinks: readonly CampaignLink[];
  }
}
