import { createHash } from 'node:crypto';
import { type Action, actionsOf } from '../../src/actions/action.ts';
import { confirmAction } from '../../src/actions/confirm-action.ts';
import { sealJustTaken } from '../../src/actions/just-taken.ts';
import { withdrawAction } from '../../src/actions/withdraw-action.ts';
import type { App } from '../../src/http/app.ts';
import { exampleStates, setExampleState } from '../../src/letters/example-letters.ts';
import { askForAddressee } from '../../src/representatives/addressee-requests.ts';
import { type LinkPurpose, nobody, sealLink } from '../../src/sealing/mailed-link.ts';
import { FIRST } from './campaigns.ts';
import { type Offer, offer } from './offer.ts';

/**
 * Pages that a mailed link alone opens, behind their language, by name: actions are made of which they tell, in every state there is.
 * Needs a site whose background work rests, else letters go on to another state.
 */
export async function secretPages(app: App) {
  const actor = new Actor(app);
  const accepted = await actor.offers('accepted');
  const confirmed = await actor.confirms('confirmed');
  const asked = await actor.hasLetter('asked');
  const ended = actor.link('status', confirmed, new Date(0));
  const { addressee, proof } = await addresseeLinks(app, confirmed);
  const to = sealJustTaken(app, { address: 'amina@mail.example', action: accepted.id, otherwise: true });
  return {
    'check your mail, sent': `/campaigns/${FIRST}/check-your-mail?to=${to}`,
    confirm: `/confirm/${actor.link('confirm', accepted)}`,
    'confirm: joining': `/confirm/${actor.link('confirm', await actor.offers('joining', { kind: 'pledge' }))}`,
    status: `/status/${actor.link('status', confirmed)}`,
    'status: joined': `/status/${actor.link('status', await actor.confirms('joined', { kind: 'pledge' }))}`,
    'status: taken back': `/status/${actor.link('status', await actor.takesBack('regretted'))}`,
    ...(await statusOfEachState(actor)),
    'renew a link': `/renew/status/${ended}`,
    'answer: asked': `/answer/${actor.link('answer', asked)}`,
    'my data, opened': `/my-data/${actor.link('my-data', confirmed)}`,
    addressee: `/addressees/${addressee}`,
    'addressee: proof': `/addressees/confirm/${proof}`,
  };
}

async function statusOfEachState(actor: Actor): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  for (const state of exampleStates)
    pages[`status: ${state}`] = `/status/${actor.link('status', await actor.hasLetter(state))}`;
  return pages;
}

async function addresseeLinks(app: App, letter: Action): Promise<{ addressee: string; proof: string }> {
  const { channel_id: channelId } = await app.database
    .selectFrom('letters')
    .select('channel_id')
    .where('action_id', '=', letter.id)
    .executeTakeFirstOrThrow();
  await askForAddressee(app, { channelId, kind: 'pause', detail: null, lang: 'en' });
  const { id } = await app.database
    .selectFrom('addressee_requests')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('kind', '=', 'pause')
    .executeTakeFirstOrThrow();
  return {
    addressee: sealLink(app.keys, 'addressee', nobody, channelId),
    proof: sealLink(app.keys, 'addressee-proof', nobody, id),
  };
}

/** People who do each thing once, and the links that they were mailed. */
class Actor {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  async offers(name: string, how: Offer = { kind: 'letter' }): Promise<Action> {
    const { database } = this.#app;
    const campaign = database.selectFrom('campaigns').select('id').where('slug', '=', FIRST);
    return offer(this.#app, (await campaign.executeTakeFirstOrThrow()).id, `${name}@mail.example`, how);
  }

  async confirms(name: string, how?: Offer): Promise<Action> {
    const action = await this.offers(name, how);
    await confirmAction(this.#app, action, action.lang);
    const [confirmed] = await actionsOf(this.#app, action.supporterKey);
    if (confirmed?.state !== 'confirmed') throw new Error(`${name}: not confirmed`);
    return confirmed;
  }

  async takesBack(name: string): Promise<Action> {
    const action = await this.confirms(name);
    await withdrawAction(this.#app, action);
    return action;
  }

  async hasLetter(state: (typeof exampleStates)[number]): Promise<Action> {
    const action = await this.confirms(state);
    const bounceId = createHash('sha256').update(state).digest().subarray(0, 10);
    await setExampleState(this.#app.database, action, state, bounceId);
    return action;
  }

  link(purpose: LinkPurpose, { supporterKey, id }: Action, madeAt?: Date): string {
    return sealLink(this.#app.keys, purpose, supporterKey, id, madeAt);
  }
}
