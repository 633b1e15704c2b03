import { z } from 'zod';
import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { unseal } from '../sealing/sealing.ts';
import type { ActDetails } from './accept-action.ts';
import { selectAct, selectActs } from './action-queries.ts';

export const actKinds = ['letter', 'pledge'] as const;
export type ActKind = (typeof actKinds)[number];
export const actStates = ['unconfirmed', 'confirmed', 'withdrawn'] as const;

/** Something one supporter did, confirmed or not. */
export interface Act {
  readonly supporterKey: Buffer;
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ActKind;
  readonly lang: Lang;
  readonly country: string;
  readonly state: (typeof actStates)[number];
  /** Undefined once forgotten. */
  readonly details: ActDetails | undefined;
  /** Consents ticked beside it, by the exact wording that was shown. They count from confirmation on. */
  readonly ticked: readonly { readonly purpose: 'news' | 'public-name'; readonly wording: Buffer }[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly confirmedAt: Date | null;
}

/** How an act stands for somebody who holds its link. */
export type Standing = 'ready' | 'used' | 'old' | 'withdrawn' | 'closed';

/** @param open whether its campaign takes acts now */
export function standingOf(act: Pick<Act, 'state' | 'expiresAt'>, open: boolean, now: Date): Standing {
  if (act.state === 'withdrawn') return 'withdrawn';
  if (act.state === 'confirmed') return 'used';
  if (act.expiresAt <= now) return 'old';
  return open ? 'ready' : 'closed';
}

const Ticked = z.array(
  z.object({ purpose: z.enum(['news', 'public-name']), wording: z.hex().transform((id) => Buffer.from(id, 'hex')) }),
);

type Row = NonNullable<Awaited<ReturnType<typeof selectAct>>>;

export async function findAct(
  app: Pick<App, 'database' | 'keys'>,
  supporterKey: Buffer,
  id: string,
): Promise<Act | undefined> {
  const row = await selectAct(app.database, supporterKey, id);
  return row && actOf(app, row);
}

function detailsIn(keys: App['keys'], { supporter_key, id, details_sealed }: Row): ActDetails | undefined {
  if (!details_sealed) return undefined;
  return JSON.parse(unseal(keys, 'actions.details_sealed', [supporter_key, id], details_sealed)) as ActDetails;
}

/** Everything one supporter did, the oldest first. */
export async function actsOf(app: Pick<App, 'database' | 'keys'>, supporterKey: Buffer): Promise<Act[]> {
  return (await selectActs(app.database, supporterKey)).map((row) => actOf(app, row));
}

function actOf({ keys }: Pick<App, 'keys'>, row: Row): Act {
  return {
    supporterKey: row.supporter_key,
    id: row.id,
    campaignId: row.campaign_id,
    kind: row.kind as Act['kind'],
    lang: row.lang as Lang,
    country: row.country,
    state: row.state as Act['state'],
    details: detailsIn(keys, row),
    ticked: Ticked.parse(row.consents),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    confirmedAt: row.confirmed_at,
  };
}
