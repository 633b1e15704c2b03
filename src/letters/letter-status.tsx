import type { ReactNode } from 'react';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { isReply } from '../mail/smtp-replies.ts';
import { examplesAmong, namesOf } from '../representatives/find-representatives.ts';
import type { Opening } from '../sealing/read-sealed.ts';
import { Examples } from './example-addresses.tsx';
import { type Letter, type LetterState, selectBound, selectLetters } from './letter-queries.ts';
import { type LetterStanding, standingOf } from './letter-standing.ts';
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
  const standings = await standingsOf(app, supporterKey, letters);
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
    [...standings.values()].flatMap((standing) => (typeof standing === 'string' ? [] : [standing.channel_id])),
    new Date(),
    view.timeZone,
  );
  return (
    <ul className="list">
      {letters.map((letter) => {
        const standing = standings.get(letter.id) ?? letter;
        const paused = waits(standing) && !open.has(standing.channel_id);
        return (
          <li key={letter.id}>
            <b>{names.get(letter.representative_id)}</b>
            <br />
            {paused ? view.t('letters.status.paused') : describe(view, standing)}
            {typeof standing !== 'string' && <Reply view={view} letter={standing} />}
            <Examples view={view} addresses={[examples.get(letter.channel_id) ?? []].flat()} />
            {(paused || isByOwnHand(standing)) && letter.text_sealed && (
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

function isByOwnHand(standing: LetterStanding): boolean {
  return typeof standing === 'string' || byOwnHand.includes(standing.state);
}

function waits(standing: LetterStanding): standing is Letter {
  return typeof standing !== 'string' && standing.state === 'waiting';
}

async function standingsOf({ database }: Pick<App, 'database'>, key: Buffer, letters: readonly Letter[]) {
  const all = letters.some(({ state }) => state === 'duplicate') ? await selectBound(database, key) : [];
  return new Map<string, LetterStanding>(letters.map((letter) => [letter.id, standingOf(letter, all)]));
}

/** What was said of it, by whom it was said; what only our own line said is not shown. */
function Reply({ view, letter }: { view: View; letter: Letter }) {
  const { reply } = letter;
  if (letter.said_here === 'kept-here') return <Aside>{view.t(`letters.status.${keptWhy(view)}`)}</Aside>;
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
function keptWhy({ operator, mailStays }: View) {
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
function describe(view: View, standing: LetterStanding): string {
  return typeof standing === 'string' ? view.t(`letters.status.duplicate.${standing}`) : describeStatus(view, standing);
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
