import { z } from 'zod';
import type { CampaignOfAction } from '../campaigns/campaign.ts';
import type { Lang } from '../config/langs.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { App } from '../http/app.ts';
import { type Opening, readSealed, UNREADABLE } from '../sealing/read-sealed.ts';
import type { ActionKindName } from './action-kind-name.ts';
import { selectAction, selectActions } from './action-queries.ts';
import type { ActionDetails } from './offered-action.ts';

export const actionStates = ['unconfirmed', 'confirmed', 'withdrawn'] as const;

/** A consent that was ticked, in the words that were shown, with what its controller was called in them; an older version left them out. */
interface Ticked {
  readonly purpose: 'news' | 'public-name';
  readonly wording: Buffer;
  readonly controller?: string | undefined;
  readonly words?: string | undefined;
}

/** Something one supporter did, confirmed or not. */
export interface Action {
  readonly supporterKey: Buffer;
  readonly id: string;
  readonly campaignId: string;
  /** Whose the campaign was when it was made. */
  readonly controllerId: ControllerId;
  readonly kind: ActionKindName;
  readonly lang: Lang;
  readonly country: string;
  readonly state: (typeof actionStates)[number];
  /** Undefined once forgotten, and where they are unreadable. */
  readonly details: ActionDetails | undefined;
  /** Details are kept, and no key of ours opens them in their place. */
  readonly unreadable: boolean;
  /** Consents ticked beside it, by the exact wording that was shown. They count from confirmation on. */
  readonly ticked: readonly Ticked[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly confirmedAt: Date | null;
}

/** How an action stands for somebody who holds its link; the last five say what became of its campaign. */
export type LinkState =
  | 'ready'
  | 'used'
  | 'old'
  | 'withdrawn'
  | 'closed'
  | 'hidden'
  | 'calledOff'
  | 'notOpen'
  | 'passedOn';

/** What a link to an action says of a campaign that nobody sees. */
const unseenStates = { hidden: 'hidden', withdrawn: 'calledOff', away: 'notOpen' } as const;

/**
 * One that nobody may see takes no actions. What was made for another controller than the campaign has now can't be confirmed: its words
 * named somebody else. That one can begin again is said only where one can.
 */
export function linkStateOf(
  action: Pick<Action, 'state' | 'expiresAt' | 'controllerId'>,
  campaign: Pick<CampaignOfAction, 'state' | 'controller' | 'unseen'>,
  now: Date,
): LinkState {
  if (action.state === 'withdrawn') return 'withdrawn';
  if (action.state === 'confirmed') return 'used';
  if (campaign.unseen) return unseenStates[campaign.unseen];
  if (campaign.state !== 'open') return 'closed';
  if (action.expiresAt <= now) return 'old';
  return action.controllerId === campaign.controller.id ? 'ready' : 'passedOn';
}

const TickedConsents = z.array(
  z.object({
    purpose: z.enum(['news', 'public-name']),
    wording: z.hex().transform((id) => Buffer.from(id, 'hex')),
    controller: z.string().optional(),
    words: z.string().optional(),
  }),
);

type Row = NonNullable<Awaited<ReturnType<typeof selectAction>>>;

export async function findAction(
  app: Pick<App, 'database'> & Opening,
  supporterKey: Buffer,
  id: string,
): Promise<Action | undefined> {
  const row = await selectAction(app.database, supporterKey, id);
  return row && actionOf(app, row);
}

function detailsIn(app: Opening, { supporter_key, id, details_sealed }: Row): Pick<Action, 'details' | 'unreadable'> {
  if (!details_sealed) return { details: undefined, unreadable: false };
  const opened = readSealed(app, 'actions.details_sealed', [supporter_key, id], details_sealed);
  if (opened === UNREADABLE) return { details: undefined, unreadable: true };
  return { details: JSON.parse(opened) as ActionDetails, unreadable: false };
}

/** Everything one supporter did, the oldest first. */
export async function actionsOf(app: Pick<App, 'database'> & Opening, supporterKey: Buffer): Promise<Action[]> {
  return (await selectActions(app.database, supporterKey)).map((row) => actionOf(app, row));
}

function actionOf(app: Opening, row: Row): Action {
  return {
    supporterKey: row.supporter_key,
    id: row.id,
    campaignId: row.campaign_id,
    controllerId: row.controller_id as ControllerId,
    kind: row.kind as Action['kind'],
    lang: row.lang as Lang,
    country: row.country,
    state: row.state as Action['state'],
    ...detailsIn(app, row),
    ticked: TickedConsents.parse(row.consents),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    confirmedAt: row.confirmed_at,
  };
}
