import type { ReactNode } from 'react';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { isReply } from '../mail/smtp-replies.ts';
import { examplesAmong, namesOf } from '../representatives/find-representatives.ts';
import type { Opening } from '../sealing/read-sealed.ts';
import { Examples } from './example-addresses.tsx';
import { type LetterOutcome, outcomeOf } from './letter-outcome.ts';
import { type Letter, type LetterState, selectBound, selectLetters } from './letter-queries.ts';
import { LetterWords } from './letter-words.tsx';
import { expectedDays } from './queues.ts';

/** What became of each letter of an action. */
export async function letterStatus(
  app: Pick<App, 'database'> & Opening,
  view: View,
  supporterKey: Buffer,
  actionId: string,
): Promise<ReactNode> {
  const letters = await selectLetters(app.database, supporterKey, actionId);
  const outcomes = await outcomesOf(app, supporterKey, letters);
  const examples = await examplesAmong(
    app.database,
    letters.map((letter) => letter.channel_id),
  );
  const names = await namesOf(
    app.database,
    view.lang,
    letters.map((letter) => letter.representative_id),
    view.today(),
  );
  const open = await expectedDays(
    app.database,
    [...outcomes.values()].flatMap((outcome) => (typeof outcome === 'string' ? [] : [outcome.channel_id])),
    new Date(),
    view.timeZone,
  );
  return (
    <ul className="list">
      {letters.map((letter) => {
        const outcome = outcomes.get(letter.id) ?? letter;
        const paused = waits(outcome) && !open.has(outcome.channel_id);
        return (
          <li key={letter.id}>
            <b>{names.get(letter.representative_id)}</b>
            <br />
            {paused ? view.t('letters.status.paused') : describe(view, outcome)}
            {typeof outcome !== 'string' && <Reply view={view} letter={outcome} />}
            <Examples view={view} addresses={[examples.get(letter.channel_id) ?? []].flat()} />
            {(paused || isByOwnHand(outcome)) && letter.text_sealed && (
              <LetterWords app={app} view={view} letter={letter} sealed={letter.text_sealed} />
            )}
          </li>
        );
      })}
    </ul>
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

/** What was said of it, by whom it was said; what only our own line said is not shown. */
function Reply({ view, letter }: { view: View; letter: Letter }) {
  const { reply } = letter;
  if (letter.said_here === 'kept-here') return <Aside>{view.t(`letters.status.${whyNotSent(view)}`)}</Aside>;
  if (letter.said_here === 'only-tried') return <Aside>{view.t('letters.status.only-tried')}</Aside>;
  if (letter.said_here === 'not-made') return <Aside>{view.t('letters.status.failed')}</Aside>;
  if (letter.said_here === 'no-reply') return <Aside>{view.t('letters.status.no-reply')}</Aside>;
  if (!reply || !(isReply(reply) || refusedHere(letter))) return null;
  return (
    <Aside>
      {view.t(refusedHere(letter) ? 'letters.status.refused-here' : 'letters.status.reply')} <bdi>{reply}</bdi>
    </Aside>
  );
}

/** A demonstration sends nothing; neither does a site without a mail server; and nothing is ever sent to an address that can’t exist. */
function whyNotSent({ operator, mailStays }: View) {
  if (!operator) return 'kept';
  return mailStays ? 'kept-operator' : 'kept-reserved';
}

function Aside({ children }: { children: ReactNode }) {
  return (
    <>
      <br />
      <span className="q s">{children}</span>
    </>
  );
}

/** Refused by whoever looked at it for us, with a reason, and by no server. */
function refusedHere({ state, reply }: Letter): boolean {
  return state === 'refused' && reply !== null && !isReply(reply);
}

/** In the writer's words; a duplicate is told like the letter that stands for it. */
function describe(view: View, outcome: LetterOutcome): string {
  return typeof outcome === 'string' ? view.t(`letters.status.duplicate.${outcome}`) : describeStatus(view, outcome);
}

function describeStatus(view: View, letter: Letter): string {
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
      return refusedHere(letter) || letter.said_here === 'only-tried' ? '' : view.t('letters.status.refused');
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
  const sentence = view.t('letters.status.handed-over', {
    when: letter.handed_over_at ? view.moment(letter.handed_over_at) : '',
  });
  if (letter.answer === 'yes') return `${sentence} ${view.t('letters.status.answered')}`;
  return letter.answer === 'no' ? `${sentence} ${view.t('letters.status.unanswered')}` : sentence;
}
