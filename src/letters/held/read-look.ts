import { findAction } from '../../actions/action.ts';
import type { ActorId } from '../../actors/actors.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { everyCampaign } from '../../campaigns/campaigns.ts';
import type { App } from '../../http/app.ts';
import type { View } from '../../http/view.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { namesOf } from '../../representatives/find-representatives.ts';
import { listedName } from '../../states/state-names.ts';
import { stateOf } from '../../states/states.ts';
import { type LetterText, readableText } from '../letter-text.ts';
import { foundIn } from '../screening.ts';
import { type LookRow, selectLook, selectNextHeld } from './held-queries.ts';
import { lettersWithSameWords, type SameLetter } from './same-words.ts';
import { canBeUndone } from './undo-decision.ts';

/** All that somebody who looks at a letter is shown. */
export interface Look {
  readonly letter: LookRow;
  /** Undefined once it is decided for good, and where it can't be opened. */
  readonly text: LetterText | undefined;
  readonly writer: { readonly name: string; readonly locality: string | undefined } | undefined;
  /** What in it made it be held. */
  readonly found: string | undefined;
  readonly campaign: Campaign | undefined;
  readonly askTitle: string;
  readonly addressee: string;
  readonly stateName: string;
  readonly same: readonly SameLetter[];
  /** By their ids, to whom the others go. */
  readonly addressees: ReadonlyMap<string, string>;
  readonly undoable: boolean;
  /** Another letter that waits. */
  readonly next: string | undefined;
}

/** What each part of its page is made of. */
export interface LookProps {
  readonly request: StaffRequest;
  readonly look: Look;
}

/** @returns undefined where no such letter was ever held */
export async function readLook(app: App, view: View, id: string, by: ActorId): Promise<Look | undefined> {
  const letter = await selectLook(app.database, id);
  if (!letter) return undefined;
  const isHeld = letter.state === 'held';
  const undoable = await canBeUndone(app, letter);
  const same = isHeld ? await lettersWithSameWords(app, letter) : [];
  const representatives = [letter, ...same.map(({ row }) => row)].map(({ representative_id }) => representative_id);
  const [campaigns, addressees, state, action, next] = await Promise.all([
    everyCampaign(app.database, view.lang),
    namesOf(app.database, view.lang, representatives, view.today()),
    stateOf(app.database, letter.country),
    findAction(app, letter.supporter_key, letter.action_id),
    isHeld ? undefined : selectNextHeld(app.database, by),
  ]);
  const campaign = campaigns.find((one) => one.id === letter.campaign_id);
  const text = isHeld || undoable ? readableText(app, letter) : undefined;
  const writer = text && action?.details && { name: action.details.name, locality: action.details.locality };
  const beside = writer ? [writer.name, writer.locality ?? ''] : [];
  return {
    letter,
    text,
    writer,
    found: text && letter.because !== 'restored' ? foundIn(letter.because, text, beside) : undefined,
    campaign,
    askTitle: campaign?.asks.find((ask) => ask.id === letter.ask_id)?.text.title ?? '',
    addressee: addressees.get(letter.representative_id) ?? '',
    stateName: state ? listedName(view.lang, state) : letter.country,
    same,
    addressees,
    undoable,
    next,
  };
}
