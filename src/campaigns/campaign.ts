import type { Lang } from '../config/langs.ts';
import type { Controller } from '../controllers/controllers.ts';
import type { Condition } from '../states/conditions.ts';
import type { Aim, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';
import type { Unseen } from './unseen.ts';

export const campaignStates = ['scheduled', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What one state is asked to do, with its letter in one language. */
export interface Ask {
  readonly id: string;
  readonly slug: string;
  readonly aim: Aim;
  /** When it applies to a state. */
  readonly condition: Condition;
  /** The office that it is best addressed to. */
  readonly office: string | null;
  /** The arguments that are put forward unless the writer chooses otherwise, in this order. */
  readonly defaults: readonly string[];
  readonly text: AskText;
}

/** A campaign as its readers meet it in one language. */
export interface Campaign {
  readonly id: string;
  readonly slug: string;
  /** Who answers for what people give it. */
  readonly controller: Controller;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  /** At the moment at which it was read, by the database's clock. */
  readonly state: CampaignState;
  /** Its place among open ones, by the operator's word: 1 leads. */
  readonly position: number | null;
  readonly letterLimit: number;
  /** How old what is known may be, in months, for an ask to be made plainly. */
  readonly plainForMonths: number;
  /** Of its words. */
  readonly lang: Lang;
  /** In which it is to be seen. */
  readonly langs: readonly Lang[];
  readonly hashtags: readonly string[];
  readonly video: CampaignFacts['video'] | null;
  readonly text: CampaignText;
  readonly asks: readonly Ask[];
}

/** The campaign of an act, as whoever did it meets it. */
export interface CampaignOfAction extends Campaign {
  /** Why nobody else sees it; undefined where everybody does. */
  readonly unseen: Unseen | undefined;
}

/** A campaign that takes acts. */
export type OpenCampaign = Campaign & { readonly state: 'open' };
/** One that takes none any more, and is there to be read. */
export type ClosedCampaign = Campaign & { readonly state: 'closed'; readonly closesAt: Date };
