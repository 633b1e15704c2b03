import type { ActorId } from './actors/actors.ts';
import { giveCampaign } from './campaigns/controlled.ts';
import type { Settings } from './config/settings.ts';
import { storeConsentTexts } from './consents/store-consent-texts.ts';
import type { ControllerRow } from './controllers/controllers.ts';
import { isDemonstration, ownController } from './controllers/install.ts';
import {
  addMember,
  changeMember,
  findController,
  type TypedMember,
  WrongControllerError,
} from './controllers/members.ts';
import type { Database, Queries } from './database/database.ts';
import { dropPages } from './http/invalidation.ts';

type Whose = Pick<Settings, 'operator'>;

/** Adds a member organisation; the words of its consents are written down before anybody can be asked for one. */
export function add(database: Database, typed: TypedMember, by: ActorId): Promise<void> {
  return database.transaction().execute(async (trx) => storeConsentTexts(trx, await addMember(trx, typed, by)));
}

/** Calls a member otherwise, or reaches it elsewhere: pages, forms and mails say so from now on, and no old one is sent again. */
export function change(database: Database, which: string, typed: TypedMember, by: ActorId): Promise<void> {
  return database.transaction().execute(async (trx) => {
    await storeConsentTexts(trx, await changeMember(trx, which, typed, by));
    await dropPages(trx, ['campaigns', 'site'], 'remove');
  });
}

/** Gives a campaign that has not opened to a controller, by the name under which an operator knows it. */
export function give(database: Database, slug: string, to: string, settings: Whose, by: ActorId): Promise<void> {
  return database.transaction().execute(async (trx) => {
    const controller = await mayHaveCampaigns(trx, to, settings);
    await giveCampaign(trx, slug, controller, by);
    await storeConsentTexts(trx, controller);
    await dropPages(trx, ['campaigns', 'site'], 'remove');
  });
}

/**
 * A controller to whom a campaign can be given.
 * @throws WrongControllerError where there is none of that name, or the installation is a demonstration: what is done there is nobody’s
 */
export async function mayHaveCampaigns(queries: Queries, typed: string, settings: Whose): Promise<ControllerRow> {
  const own = ownController(settings);
  const controller = await findController(queries, typed, own);
  if (controller.kind === 'member' && isDemonstration(settings))
    throw new WrongControllerError('OPERATOR_NAME: in a demonstration nothing is a member’s; name the operator first');
  if (controller.kind !== 'member' && controller.id !== own)
    throw new WrongControllerError(`“${typed}” runs nothing here; say operator, or a member`);
  return controller;
}
