import { langs } from '../config/langs.ts';
import { type ControllerRow, controllerIn } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { insertConsentTexts } from './consent-queries.ts';
import { consentText, purposes } from './consent-texts.ts';

/**
 * Writes down all words of this version for a controller. Acts bring their own; a process of the version before, which may run beside,
 * relies on finding them.
 */
export async function storeConsentTexts(queries: Queries, controller: ControllerRow): Promise<void> {
  const texts = langs.flatMap((lang) =>
    purposes.map((purpose) => consentText(lang, purpose, controllerIn(controller, lang).name)),
  );
  await insertConsentTexts(queries, texts);
}
