import type { ComponentChildren } from 'preact';
import { isId } from '../../database/is-id.ts';
import { NotFoundError } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { itemHistory } from '../../office/item-history.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { ErrorSummary, noProblems, type Problems } from '../../site/components/form.tsx';
import { letterAddresses } from '../addresses.ts';
import { DecideForms, TakeForms } from './decide-forms.tsx';
import { LetterFacts, LetterItself, WhyHeld } from './letter-itself.tsx';
import { type Look, readLook } from './read-look.ts';
import { SameLetters } from './same-letters.tsx';
import { WhatBecame } from './what-became-of-it.tsx';

interface How {
  readonly problems?: Problems;
  /** What somebody is says who came too late. */
  readonly says?: string;
  readonly status?: number;
}

/** A letter that waits for a look, or what was decided of it. */
export async function heldLetterPage(request: StaffRequest, { problems = noProblems, says, status = 200 }: How = {}) {
  const { app, view, lang, params, session } = request;
  const id = params.id ?? '';
  const look = isId(id) ? await readLook(app, view, id, session.actor_id) : undefined;
  if (!look) throw new NotFoundError('a held letter');
  const history = await itemHistory(request, ['letter', id]);
  const isHeld = look.letter.state === 'held';
  return screen(
    { ...request, path: behindHome(lang, letterAddresses.heldLetter(lang, id)) },
    view.t(isHeld ? 'letters.look.one' : 'letters.look.decided'),
    <>
      <ErrorSummary view={view} problems={problems} />
      {says && (
        <p className="note" role="alert">
          {says}
        </p>
      )}
      <div className="deciding">
        <div>
          {isHeld && <WhyHeld view={view} look={look} />}
          {!isHeld && <WhatBecame request={request} look={look} />}
          <LetterItself view={view} look={look} />
          <Remarks view={view} look={look} />
          <LetterFacts view={view} look={look} />
        </div>
        <div>{isHeld && <Deciding request={request} look={look} problems={problems} />}</div>
      </div>
      {isHeld && <SameLetters request={request} look={look} />}
      {history}
      <p>
        <a href={letterAddresses.heldLetters(lang)}>{view.t('letters.look.back')}</a>
      </p>
    </>,
    { wide: true, status },
  );
}

/** What can be done with it: nothing as long as somebody else has it. */
function Deciding({ request, look, problems }: { request: StaffRequest; look: Look; problems: Problems }) {
  const { view, session } = request;
  const { takenBy, taker, takenUntil } = look.letter;
  if (takenUntil && takenBy !== session.actor_id)
    return (
      <>
        <h2>{view.t('letters.look.decide')}</h2>
        <p className="note">
          {view.rich('letters.look.taken', { name: <bdi>{taker}</bdi>, until: view.moment(takenUntil) })}
        </p>
      </>
    );
  return (
    <>
      <h2>{view.t('letters.look.decide')}</h2>
      <TakeForms request={request} look={look} />
      <DecideForms request={request} look={look} problems={problems} />
    </>
  );
}

/** What has changed since it was written, for whoever lets it go. */
function Remarks({ view, look: { letter, campaign } }: { view: View; look: Look }): ComponentChildren {
  if (letter.state !== 'held') return null;
  const remarks = [
    campaign?.state === 'closed' && view.t('letters.look.closed'),
    letter.channelEnded && view.t('letters.look.ended'),
  ].filter((one) => one !== false);
  return remarks.map((remark) => (
    <p key={remark} className="note">
      {remark}
    </p>
  ));
}
