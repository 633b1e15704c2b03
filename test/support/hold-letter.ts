import { confirmAction } from '../../src/actions/confirm-action.ts';
import type { Lang } from '../../src/config/langs.ts';
import type { App } from '../../src/http/app.ts';
import { FIRST } from './campaigns.ts';
import { type Offer, offer } from './offer.ts';

interface Held {
  readonly name?: string;
  readonly body?: string;
  readonly subject?: string;
  /** Of its writer, and of the letter unless another is given. */
  readonly lang?: Lang;
  readonly letterLang?: Lang;
  readonly country?: string;
  readonly because?: NonNullable<Offer['held']>;
}

let count = 0;

/** Somebody confirms a letter that waits for a look. @returns its id */
export async function holdLetter(app: App, how: Held = {}): Promise<string> {
  const { name = 'Amina K.', lang = 'en', because = 'link', letterLang = lang, ...others } = how;
  const campaign = await app.database
    .selectFrom('campaigns')
    .select('id')
    .where('slug', '=', FIRST)
    .executeTakeFirstOrThrow();
  count += 1;
  const email = `writer.${process.pid}.${count}@mail.example`;
  const offered = { kind: 'letter', details: { name }, lang, letterLang, held: because, ...others } as const;
  const action = await offer(app, campaign.id, email, offered);
  await confirmAction(app, action, lang);
  const { id } = await app.database
    .selectFrom('letters')
    .select('id')
    .where('action_id', '=', action.id)
    .executeTakeFirstOrThrow();
  return id;
}
