import type { Lang } from '../config/langs.ts';
import type { AskFacts, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';

export interface InLang<Text> {
  readonly lang: Lang;
  readonly text: Text;
}

export interface AskInFolder {
  readonly slug: string;
  readonly facts: AskFacts;
  readonly texts: readonly InLang<AskText>[];
}

/** A campaign as a folder has it. */
export interface CampaignInFolder {
  readonly facts: CampaignFacts;
  readonly texts: readonly InLang<CampaignText>[];
  /** In the order in which they lead. */
  readonly asks: readonly AskInFolder[];
}
