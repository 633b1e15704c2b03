import type { Action } from '../actions/action.ts';
import { addressOf } from '../actions/writer.ts';
import { campaignKnown } from '../campaigns/campaigns.ts';
import { throughWhom } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { words } from '../locales/words.ts';
import { stateName } from '../states/state-names.ts';
import { stateOf } from '../states/states.ts';
import { endOfLetter } from './letter-mail.ts';
import type { LetterText } from './letter-text.ts';

/**
 * What stands below a letter's own words, as its addressee will read it; the link that is theirs alone is named and not given.
 * @returns undefined where its writer is forgotten
 * @throws BrokenSealError
 */
export async function letterEnding(
  app: Pick<App, 'database' | 'keys'>,
  view: View,
  action: Action,
  text: LetterText,
): Promise<string | undefined> {
  const [address, campaign, state] = await Promise.all([
    addressOf(app, action.supporterKey),
    campaignKnown(app.database, action.campaignId, text.lang),
    stateOf(app.database, action.country),
  ]);
  if (!address || !campaign || !action.details) return undefined;
  const { name, locality } = action.details;
  const country = state ? stateName(text.lang, state) : action.country;
  return endOfLetter(
    {
      text,
      writer: { name, address, country, locality },
      campaign: {
        name: campaign.text.name,
        slug: campaign.slug,
        through: throughWhom(text.lang, campaign.controller, view.operator),
      },
    },
    view.publicUrl,
    words(text.lang).t('letters.preview.link'),
  );
}
