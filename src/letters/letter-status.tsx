import type { ReactNode } from 'react';
import type { App } from '../app.ts';
import { namesOf } from '../representatives/find-representatives.ts';
import type { View } from '../site/view.ts';
import { type Letter, selectLetters } from './letter-queries.ts';

/** What became of each letter of an act. */
export async function letterStatus(app: App, view: View, supporterKey: Buffer, actionId: string): Promise<ReactNode> {
  const letters = await selectLetters(app.database, supporterKey, actionId);
  const names = await namesOf(
    app.database,
    view.lang,
    letters.map((letter) => letter.representative_id),
  );
  return (
    <ul className="list">
      {letters.map((letter) => (
        <li key={letter.id}>
          <b>{names.get(letter.representative_id)}</b>
          <br />
          {standing(view, letter)}
          {letter.reply && (
            <>
              <br />
              <span className="q s">
                {view.t('letters.status.reply')} <bdi>{letter.reply}</bdi>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** In the writer's words; a duplicate is told like the first. */
function standing(view: View, letter: Letter): string {
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
    case 'by-hand':
    case 'held':
    case 'refused':
    case 'bounced':
    case 'unknown':
    case 'withdrawn':
    case 'left-office':
    case 'unconfirmed':
      return view.t(`letters.status.${letter.state}`);
  }
}

function handedOver(view: View, letter: Letter): string {
  const told = view.t('letters.status.handed-over', {
    when: letter.handed_over_at ? view.moment(letter.handed_over_at) : '',
  });
  if (letter.answer === 'yes') return `${told} ${view.t('letters.status.answered')}`;
  return letter.answer === 'no' ? `${told} ${view.t('letters.status.unanswered')}` : told;
}
