import { langs } from '../config/langs.ts';
import { type ControllerRow, named } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { insertConsentText } from './consent-queries.ts';
import { consentText, purposes } from './consent-texts.ts';

/** Writes down all wordings of this version for a controller, before the first is shown, so that the hot path need not. */
export async function storeConsentTexts(queries: Queries, controller: ControllerRow): Promise<void> {
  const rows = langs.flatMap((lang) =>
    purposes.map((purpose) => consentText(lang, purpose, named(controller, lang).name)),
  );
  for (const row of rows) await insertConsentText(queries, row);
}
