import type { Action } from '../actions/action.ts';
import { campaignOfAction } from '../campaigns/campaigns.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { gistOf } from '../mail/reply-gist.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { letterAddresses } from './addresses.ts';
import type { Letter } from './letter-queries.ts';
import { isRefusedHere } from './letter-said.tsx';

/** Where a writer goes on from a letter; undefined where the campaign takes no letters any more. */
export interface WaysOn {
  /** Says whether an answer came. */
  readonly answer: string;
  /** Whoever else can be written to in the same state. */
  readonly others: string | undefined;
}

/** The ways on from the letters of an act. */
export async function waysOn(app: Pick<App, 'database' | 'keys'>, view: View, action: Action): Promise<WaysOn> {
  const campaign = await campaignOfAction(app.database, action, view.lang);
  const answer = letterAddresses.answer(view.lang, sealLink(app.keys, 'answer', action.supporterKey, action.id));
  const open = campaign?.state === 'open' && campaign.langs.includes(view.lang);
  if (!campaign || !open) return { answer, others: undefined };
  const others = letterAddresses.write(view.lang, campaign.slug, { state: action.country, choose: '1' });
  return { answer, others };
}

type Next = 'answer' | 'unanswered' | 'own-mail' | 'by-hand' | 'again' | 'wait' | 'another';

/** What a writer can do now, in one sentence, with the way there. */
export function NextOfLetter({ view, letter, ways }: { view: View; letter: Letter; ways: WaysOn }) {
  const next = nextOf(letter);
  if (!next) return null;
  const toOthers = next !== 'answer' && next !== 'wait' && ways.others;
  return (
    <p>
      <b>{view.t('letters.next.title')}</b> {view.t(`letters.next.${next}`)}{' '}
      {next === 'answer' && <a href={ways.answer}>{view.t('letters.next.tell')}</a>}
      {toOthers && <a href={toOthers}>{view.t('letters.write.others')}</a>}
    </p>
  );
}

function nextOf(letter: Letter): Next | undefined {
  const { state, reply } = letter;
  if (state === 'handed-over') return afterHandOver(letter);
  if (state === 'waiting') return reply ? 'wait' : undefined;
  if (state === 'left-office') return 'another';
  if (isRefusedHere(letter)) return 'again';
  if (state !== 'refused' && state !== 'bounced' && state !== 'unknown') return undefined;
  const gist = reply ? gistOf(reply) : undefined;
  return gist === 'refuses-us' || gist === 'spam' || gist === 'our-side' ? 'own-mail' : 'by-hand';
}

/** What stayed on this machine reached nobody who could answer. */
function afterHandOver({ answer, said_here }: Letter): Next | undefined {
  if (answer === 'yes' || said_here === 'kept-here') return undefined;
  return answer === 'no' ? 'unanswered' : 'answer';
}
