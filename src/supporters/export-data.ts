import { type Action, actionsOf } from '../actions/action.ts';
import { joinedBy, supporterOf } from '../actions/people.ts';
import { everyCampaign } from '../campaigns/campaigns.ts';
import type { Lang } from '../config/langs.ts';
import { consentsOf } from '../consents/consents.ts';
import { type Controller, type ControllerRow, controllerIn, controllersIn } from '../controllers/controllers.ts';
import type { App } from '../http/app.ts';
import { type Opening, readSealed, UNREADABLE, type Unreadable } from '../sealing/read-sealed.ts';

/** Everything that is held of one supporter, opened, for that supporter alone (GDPR art. 15 and 20). */
export interface PersonalDataCopy {
  /** Undefined once forgotten. */
  readonly address: string | Unreadable | undefined;
  readonly since: Date;
  readonly lastActionAt: Date;
  readonly actions: readonly Action[];
  readonly consents: Awaited<ReturnType<typeof consentsOf>>;
  readonly joined: Awaited<ReturnType<typeof joinedBy>>;
  /** The slugs of all campaigns, by their ids. */
  readonly campaigns: ReadonlyMap<string, string>;
  /** Whose actions and consents are, by their ids. */
  readonly controllers: readonly ControllerRow[];
}

/** @returns undefined where nothing is held */
export async function personalDataOf(
  app: Pick<App, 'database'> & Opening,
  key: Buffer,
): Promise<PersonalDataCopy | undefined> {
  const supporter = await supporterOf(app.database, key);
  if (!supporter) return undefined;
  const [actions, consents, joined, controllers, campaigns] = await Promise.all([
    actionsOf(app, key),
    consentsOf(app.database, key),
    joinedBy(app.database, key),
    controllersIn(app.database),
    everyCampaign(app.database, 'en'),
  ]);
  return {
    address: supporter.address_sealed
      ? readSealed(app, 'supporters.address_sealed', [key], supporter.address_sealed)
      : undefined,
    since: supporter.created_at,
    lastActionAt: supporter.last_act_at,
    actions,
    consents,
    joined,
    campaigns: new Map(campaigns.map(({ id, slug }) => [id, slug])),
    controllers,
  };
}

/** A controller of what is held, as it is called now. */
export function answersFor({ controllers }: PersonalDataCopy, id: string, lang: Lang): Controller | undefined {
  const row = controllers.find((controller) => controller.id === id);
  return row && controllerIn(row, lang);
}

/** What other rooms keep of one supporter, by the names under which it stands in the file. */
export async function exportedOf(
  app: Pick<App, 'settings' | 'database' | 'handed'> & Opening,
  key: Buffer,
  lang: Lang,
): Promise<Readonly<Record<string, unknown>>> {
  const parts = await Promise.all(app.handed.personalData.map(({ exported }) => exported(app, key, lang)));
  return Object.assign({}, ...parts);
}

/**
 * The same as a file that other programs read; without our keys and seals, which say nothing to anybody else. What can't be opened is
 * named, so that nobody takes it for never kept.
 * @param more what other rooms keep
 * @param lang in which a controller is named that has a name in each
 */
export function asFile(copy: PersonalDataCopy, more: Readonly<Record<string, unknown>>, lang: Lang): string {
  const file = {
    ...(copy.address === UNREADABLE ? { unreadable: 'address' } : { address: copy.address }),
    since: copy.since,
    lastActAt: copy.lastActionAt,
    campaigns: copy.joined,
    acts: copy.actions.map(({ supporterKey: _, controllerId, campaignId, ticked, details, unreadable, ...action }) => ({
      ...action,
      campaign: copy.campaigns.get(campaignId),
      controller: answersFor(copy, controllerId, lang)?.name,
      ...(unreadable ? { unreadable: 'name and details' } : details),
      tickedConsents: ticked.map(({ purpose }) => purpose),
    })),
    consents: copy.consents.map(({ action_id, controller_id, given_at, withdrawn_at, ...consent }) => ({
      ...consent,
      controllerNow: answersFor(copy, controller_id, lang)?.name,
      act: action_id,
      givenAt: given_at,
      withdrawnAt: withdrawn_at,
    })),
    ...more,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
