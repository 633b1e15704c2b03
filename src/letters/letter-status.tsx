import type { ComponentChildren } from 'preact';
import type { Action } from '../actions/action.ts';
import { wasOnlyTried } from '../actions/only-tried.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { addressesOf, examplesAmong, namesOf } from '../representatives/find-representatives.ts';
import type { Opening } from '../sealing/read-sealed.ts';
import { NetAddress } from '../site/components/net-address.tsx';
import { isReserved } from '../text/reserved-domain.ts';
import { Examples } from './example-addresses.tsx';
import { NextOfLetter, type WaysOn, waysOn } from './letter-next.tsx';
import { type LetterOutcome, outcomeOf } from './letter-outcome.ts';
import { type Letter, type LetterState, selectBound, selectLetters } from './letter-queries.ts';
import { isRefusedHere, Said } from './letter-said.tsx';
import { letterSteps } from './letter-steps.ts';
import { LetterWay } from './letter-way.tsx';
import { LetterWords } from './letter-words.tsx';
import { expectedDays } from './queues.ts';

/** What became of each letter of an action: where it stands, the line of its steps, what was said of it, and what its writer can do now. */
export async function letterStatus(
  app: Pick<App, 'database' | 'keys'> & Opening,
  view: View,
  action: Action,
): Promise<ComponentChildren> {
  const { database } = app;
  const letters = await selectLetters(database, action.supporterKey, action.id);
  if (wasOnlyTried(view, action)) return onlyTried(app, view, letters);
  const outcomes = await outcomesOf(app, action.supporterKey, letters);
  const channels = letters.map((letter) => letter.channel_id);
  const representatives = letters.map((letter) => letter.representative_id);
  const [examples, addresses, names, ways] = await Promise.all([
    examplesAmong(database, channels),
    addressesOf(database, channels),
    namesOf(database, view.lang, representatives, view.today()),
    waysOn(app, view, action),
  ]);
  const open = await expectedDays(
    database,
    [...outcomes.values()].flatMap((outcome) => (typeof outcome === 'string' ? [] : [outcome.channel_id])),
    new Date(),
    view.timeZone,
  );
  return (
    <>
      <h2>{view.t('letters.status.title')}</h2>
      <ul className="list">
        {letters.map((letter) => {
          const outcome = outcomes.get(letter.id) ?? letter;
          const paused = waits(outcome) && !open.has(outcome.channel_id);
          return (
            <li key={letter.id}>
              <h3>{names.get(letter.representative_id)}</h3>
              <Examples view={view} addresses={[examples.get(letter.channel_id) ?? []].flat()} />
              <StaysHere view={view} outcome={outcome} address={addresses.get(letter.channel_id)} />
              <Outcome view={view} outcome={outcome} paused={paused} ways={ways} />
              {(paused || isByOwnHand(outcome)) && letter.text_sealed && (
                <LetterWords app={app} view={view} letter={letter} sealed={letter.text_sealed} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Of what was tried in a demonstration that is over: to whom, and its words, while they are kept. */
async function onlyTried(app: Pick<App, 'database'> & Opening, view: View, letters: readonly Letter[]) {
  const representatives = letters.map((letter) => letter.representative_id);
  const names = await namesOf(app.database, view.lang, representatives, view.today());
  return (
    <>
      <h2>{view.t('letters.tried.title')}</h2>
      <ul className="list">
        {letters.map((letter) => (
          <li key={letter.id}>
            <h3>{names.get(letter.representative_id)}</h3>
            {letter.text_sealed && <LetterWords app={app} view={view} letter={letter} sealed={letter.text_sealed} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of an address that no mail can reach, before it comes to that. */
function StaysHere({ view, outcome, address }: { view: View; outcome: LetterOutcome; address: string | undefined }) {
  const domain = address?.slice(address.lastIndexOf('@') + 1);
  if (!view.operator || !waits(outcome) || !domain || !isReserved(domain)) return null;
  return <p className="note">{view.rich('letters.status.reserved', { domain: <NetAddress>{domain}</NetAddress> })}</p>;
}

function Outcome(props: { view: View; outcome: LetterOutcome; paused: boolean; ways: WaysOn }) {
  const { view, outcome, paused, ways } = props;
  if (typeof outcome === 'string') return <p>{view.t(`letters.status.duplicate.${outcome}`)}</p>;
  const says = paused ? view.t('letters.status.paused') : describe(view, outcome);
  return (
    <>
      {says && <p>{says}</p>}
      <LetterWay view={view} steps={letterSteps(outcome, isRefusedHere(outcome))} />
      <Said view={view} letter={outcome} />
      {!paused && <NextOfLetter view={view} letter={outcome} ways={ways} />}
    </>
  );
}

/** Where the writer may still send it in another way. */
const byOwnHand: readonly LetterState[] = ['refused', 'bounced', 'left-office', 'unknown'];

function isByOwnHand(outcome: LetterOutcome): boolean {
  return typeof outcome === 'string' || byOwnHand.includes(outcome.state);
}

function waits(outcome: LetterOutcome): outcome is Letter {
  return typeof outcome !== 'string' && outcome.state === 'waiting';
}

async function outcomesOf({ database }: Pick<App, 'database'>, key: Buffer, letters: readonly Letter[]) {
  const all = letters.some(({ state }) => state === 'duplicate') ? await selectBound(database, key) : [];
  return new Map<string, LetterOutcome>(letters.map((letter) => [letter.id, outcomeOf(letter, all)]));
}

/** In the writer's words; a duplicate is told like the letter that stands for it. */
function describe(view: View, letter: Letter): string {
  switch (letter.state) {
    case 'waiting':
    case 'claimed':
    case 'duplicate':
      return letter.expected_on
        ? view.t('letters.status.waiting', { day: view.day(letter.expected_on) })
        : view.t('letters.status.duplicate');
    case 'handing-over':
      return view.t('letters.status.handing-over');
    case 'handed-over':
      return handedOver(view, letter);
    case 'refused':
      return isRefusedHere(letter) || letter.said_here === 'only-tried' ? '' : view.t('letters.status.refused');
    case 'bounced':
      return view.t(letter.reply ? 'letters.status.bounced' : 'letters.status.bounced-unread');
    case 'held':
    case 'unknown':
    case 'withdrawn':
    case 'left-office':
    case 'unconfirmed':
      return view.t(`letters.status.${letter.state}`);
  }
}

function handedOver(view: View, letter: Letter): string {
  const when = letter.handed_over_at ? view.moment(letter.handed_over_at) : '';
  const sentence = letter.said_here === 'kept-here' ? '' : view.t('letters.status.handed-over', { when });
  if (letter.answer === 'yes') return `${sentence} ${view.t('letters.status.answered')}`.trim();
  return letter.answer === 'no' ? `${sentence} ${view.t('letters.status.unanswered')}`.trim() : sentence;
}
