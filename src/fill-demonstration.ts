import { createHash, randomUUIDv7 } from 'node:crypto';
import { acceptAction } from './actions/accept-action.ts';
import { type Action, actionsOf } from './actions/action.ts';
import { confirmAction } from './actions/confirm-action.ts';
import { ageExampleActions } from './actions/tried-actions.ts';
import { withdrawAction } from './actions/withdraw-action.ts';
import { campaignsShown } from './campaigns/campaigns.ts';
import { addExampleCampaigns, openExample } from './campaigns/example-campaigns.ts';
import { addUpTallies } from './campaigns/tally.ts';
import { type Lang, langs } from './config/langs.ts';
import { ageExampleConsents } from './consents/example-consents.ts';
import { isDemonstration } from './controllers/install.ts';
import type { Queries } from './database/database.ts';
import { dropCached } from './database/memory-cache.ts';
import type { App } from './http/app.ts';
import { dropPages } from './http/invalidation.ts';
import { ageExampleLetters, exampleStates, isFollowedUp, setExampleState } from './letters/example-letters.ts';
import { words } from './locales/words.ts';
import { alertOperator } from './mail/alerts.ts';
import { keepReturned } from './mail/returned-mails.ts';
import { addExamplePicture } from './media/example/example-picture.ts';
import { ageExampleNames, decideExample } from './pledges/names/example-names.ts';
import { supporterKinds } from './pledges/supporter-kinds.ts';
import { askForAddressee } from './representatives/addressee-requests.ts';
import { addExamplePeople, exampleAddressees } from './representatives/example-people.ts';
import { supporterKey } from './sealing/sealing.ts';
import { openExamples } from './states/example-risks.ts';
import { readMailbox } from './text/mailbox.ts';
import { today } from './text/partial-day.ts';

/** Where the people are who are made up: some states with many of them, which are shown by themselves, and some with few. */
const COUNTRIES = ['KEN', 'KEN', 'KEN', 'FRA', 'FRA', 'MEX', 'MEX', 'JOR', 'JOR', 'SEN', 'PHL', 'CAN'] as const;
/** Of the parliaments of these states some members are made up, named in the language that is written there. */
const PARLIAMENTS = { KEN: 'en', FRA: 'fr', MEX: 'es', JOR: 'ar' } as const;
/** Of these nobody judged anything: a demonstration has them as open, as examples, so that people who are made up can be named. */
const NAMED = ['FRA', 'CAN'] as const;
const MEMBERS = 12;
const TAKEN_BACK = 17;
const UNCONFIRMED = 11;

/** A demonstration that is another organisation's site would count people whom nobody knows. */
export class NoDemonstrationError extends Error {
  override readonly name = 'NoDemonstrationError';
  constructor() {
    super('OPERATOR_NAME: an operator is named, so that nothing is made up here');
  }
}

interface Filling {
  readonly app: App;
  readonly campaigns: Readonly<Record<'leading' | 'other', { readonly id: string; readonly askId: string }>>;
  readonly addressees: ReadonlyMap<string, readonly { readonly id: string; readonly channelId: string }[]>;
}

/**
 * Fills a demonstration with people, letters in every state and whatever else there is, all made up, marked so, and the same each time;
 * what is there already stays.
 * @returns how many people are new
 * @throws NoDemonstrationError
 */
export async function fillDemonstration(app: App, people: number): Promise<number> {
  if (!isDemonstration(app.settings)) throw new NoDemonstrationError();
  const { database, settings } = app;
  const [leading] = (await campaignsShown(database, 'en')).open;
  const general = leading?.asks.find(({ slug }) => slug === 'general');
  if (!leading || !general) throw new Error('no campaign is open here: npm start brings the starting content, once');
  await database.transaction().execute((trx) => addExampleCampaigns(trx, leading.slug, new Date()));
  await addExamplePicture(app, leading.id);
  for (const [state, lang] of Object.entries(PARLIAMENTS))
    await addExamplePeople(database, { state, lang }, MEMBERS, today(settings.TIME_ZONE));
  await database.transaction().execute((trx) => openExamples(trx, NAMED, today(settings.TIME_ZONE)));
  dropCached();
  const addressees = Map.groupBy(await exampleAddressees(database), ({ state }) => state);
  const campaigns = {
    leading: { id: leading.id, askId: general.id },
    other: { id: openExample.campaignId, askId: openExample.askId },
  };
  let added = 0;
  for (let number = 1; number <= people; number += 1)
    if (await addPerson({ app, campaigns, addressees }, number)) added += 1;
  await addUpTallies(database);
  if (added > 0) await addWhatWaits(app, addressees);
  await database.transaction().execute((trx) => dropPages(trx, ['campaigns', 'representatives', 'states'], 'refresh'));
  return added;
}

/** @returns false where they are here already */
async function addPerson(filling: Filling, number: number): Promise<boolean> {
  const { app, campaigns, addressees } = filling;
  const mailbox = readMailbox(`person-${number}@people.example`);
  if (!mailbox) throw new Error('an example address is none');
  const key = supporterKey(app.keys, mailbox.comparable);
  if ((await actionsOf(app, key)).length > 0) return false;
  const lang = langs[number % langs.length] ?? 'en';
  const country = COUNTRIES[number % COUNTRIES.length] ?? 'KEN';
  const campaign = number % 5 === 0 ? campaigns.other : campaigns.leading;
  const kind = number % 2 === 0 ? 'letter' : 'pledge';
  const { t } = words(lang);
  const there = addressees.get(country) ?? [];
  const addressee = there[number % there.length];
  await acceptAction(app, {
    kind,
    mailbox,
    campaignId: campaign.id,
    lang,
    country,
    details: { name: t('letters.example.person', { number }), ...supporterKind(kind, number) },
    consents: [
      ...(number % 3 === 0 ? (['news'] as const) : []),
      ...(isNamed(country) ? (['public-name'] as const) : []),
    ],
    letters: kind === 'letter' && addressee ? [letterTo(campaign.askId, addressee, lang, number)] : [],
  });
  const [action] = await actionsOf(app, key);
  const isConfirmed = number % UNCONFIRMED !== 0;
  if (action && isConfirmed) await goOn(app, action, number);
  await app.database.transaction().execute((trx) => age(trx, key, hoursAgo(number, kind, isConfirmed)));
  return true;
}

function isNamed(country: string): boolean {
  return NAMED.some((state) => state === country);
}

/** It did not all happen at once. */
async function age(trx: Queries, key: Buffer, hours: number): Promise<void> {
  await ageExampleLetters(trx, key, hours);
  await ageExampleConsents(trx, key, hours);
  await ageExampleNames(trx, key, hours);
  await ageExampleActions(trx, key, hours);
}

/** The past weeks through: what is not confirmed would be deleted after seven days, and an answer takes three weeks to ask for. */
function hoursAgo(number: number, kind: Action['kind'], isConfirmed: boolean): number {
  const hour = 3 + ((number * 5) % 20);
  if (!isConfirmed) return hour + 24 * (number % 5);
  const followedUp = kind === 'letter' && isFollowedUp(stateOf(number));
  return hour + 24 * (followedUp ? 23 + (number % 18) : (number * 7) % 20);
}

/** What becomes of a letter, each way in turn; of some nothing yet. */
function stateOf(number: number) {
  return exampleStates[(number / 2) % (exampleStates.length + 2)];
}

function supporterKind(kind: Action['kind'], number: number): { supporterKind?: string } {
  const one = supporterKinds[number % supporterKinds.length];
  return kind === 'pledge' && one ? { supporterKind: one } : {};
}

function letterTo(askId: string, to: { id: string; channelId: string }, lang: Lang, number: number) {
  const { t } = words(lang);
  const text = { subject: t('letters.example.subject', { number }), body: t('letters.example.body'), lang };
  return {
    id: randomUUIDv7(),
    askId,
    representativeId: to.id,
    channelId: to.channelId,
    text: JSON.stringify(text),
    held: null,
  };
}

/** The action is confirmed; then what became of its letter, each way in turn, or it is taken back. */
async function goOn(app: App, action: Action, number: number): Promise<void> {
  await confirmAction(app, action, action.lang);
  await decideExample(app, action.supporterKey, Math.floor(number / COUNTRIES.length));
  if (number % TAKEN_BACK === 0) {
    const [confirmed] = await actionsOf(app, action.supporterKey);
    if (confirmed) await withdrawAction(app, confirmed);
    return;
  }
  const state = stateOf(number);
  if (action.kind === 'letter' && state) await setExampleState(app.database, action, state, bounceIdOf(number));
}

/** The same each time. */
function bounceIdOf(number: number): Buffer {
  return createHash('sha256').update(`example ${number}`).digest().subarray(0, 10);
}

/** What a person has to look at: a mail that came back, what offices ask, and what the operator is told. */
async function addWhatWaits(app: App, addressees: Filling['addressees']): Promise<void> {
  const raw = Buffer.from('Subject: An example of an answer\r\nFrom: office@ken.example\r\n\r\nAn example.\r\n');
  for (const [number, kind] of [
    [2, 'answer'],
    [10, 'not-understood'],
  ] as const)
    await keepReturned(app, app.database, { bounceId: bounceIdOf(number), kind, raw });
  const [first, second] = addressees.get('FRA') ?? [];
  if (first && second) {
    await askForAddressee(app, {
      channelId: first.channelId,
      kind: 'report-forgery',
      detail: 'An example',
      lang: 'en',
    });
    const detail = 'another-office@fra.example';
    await askForAddressee(app, { channelId: second.channelId, kind: 'correct-address', detail, lang: 'en' });
  }
  const detail = 'an example of a demonstration';
  for (const kind of ['complaint', 'domain-refuses-us', 'relay-returned-mail'] as const)
    await alertOperator(app, app.database, { kind, subject: 'mex.example', detail });
}
