import { z } from 'zod';
import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { unseal } from '../sealing/sealing.ts';
import type { ActionDetails } from './accept-action.ts';
import { selectAction, selectActions } from './action-queries.ts';

export const actionKindNames = ['letter', 'pledge'] as const;
export type ActionKindName = (typeof actionKindNames)[number];
export const actionStates = ['unconfirmed', 'confirmed', 'withdrawn'] as const;

/** Something one supporter did, confirmed or not. */
export interface Action {
  readonly supporterKey: Buffer;
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ActionKindName;
  readonly lang: Lang;
  readonly country: string;
  readonly state: (typeof actionStates)[number];
  /** Undefined once forgotten. */
  readonly details: ActionDetails | undefined;
  /** Consents ticked beside it, by the exact wording that was shown. They count from confirmation on. */
  readonly ticked: readonly { readonly purpose: 'news' | 'public-name'; readonly wording: Buffer }[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly confirmedAt: Date | null;
}

/** How an act stands for somebody who holds its link. */
export type LinkState = 'ready' | 'used' | 'old' | 'withdrawn' | 'closed';

/** @param open whether its campaign takes acts now */
export function linkStateOf(act: Pick<Action, 'state' | 'expiresAt'>, open: boolean, now: Date): LinkState {
  if (act.state === 'withdrawn') return 'withdrawn';
  if (act.state === 'confirmed') return 'used';
  if (act.expiresAt <= now) return 'old';
  return open ? 'ready' : 'closed';
}

const Ticked = z.array(
  z.object({ purpose: z.enum(['news', 'public-name']), wording: z.hex().transform((id) => Buffer.from(id, 'hex')) }),
);

type Row = NonNullable<Awaited<ReturnType<typeof selectAction>>>;

export async function findAction(
  app: Pick<App, 'database' | 'keys'>,
  supporterKey: Buffer,
  id: string,
): Promise<Action | undefined> {
  const row = await selectAction(app.database, supporterKey, id);
  return row && actOf(app, row);
}

function detailsIn(keys: App['keys'], { supporter_key, id, details_sealed }: Row): ActionDetails | undefined {
  if (!details_sealed) return undefined;
  return JSON.parse(unseal(keys, 'actions.details_sealed', [supporter_key, id], details_sealed)) as ActionDetails;
}

/** Everything one supporter did, the oldest first. */
export async function actionsOf(app: Pick<App, 'database' | 'keys'>, supporterKey: Buffer): Promise<Action[]> {
  return (await selectActions(app.database, supporterKey)).map((row) => actOf(app, row));
}

function actOf({ keys }: Pick<App, 'keys'>, row: Row): Action {
  return {
    supporterKey: row.supporter_key,
    id: row.id,
    campaignId: row.campaign_id,
    kind: row.kind as Action['kind'],
    lang: row.lang as Lang,
    country: row.country,
    state: row.state as Action['state'],
    details: detailsIn(keys, row),
    ticked: Ticked.parse(row.consents),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    confirmedAt: row.confirmed_at,
  };
}
