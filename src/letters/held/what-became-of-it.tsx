import { direction } from '../../config/langs.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { letterAddresses } from '../addresses.ts';
import type { LookProps } from './read-look.ts';
import { UNDO_SECONDS } from './review-times.ts';

/** Of a letter that waits for no look any more: who decided what, whether that can be taken back, and the next that waits. */
export function WhatBecame({ request, look }: LookProps) {
  const { view, lang } = request;
  const { letter, next } = look;
  return (
    <>
      <Decision request={request} look={look} />
      {letter.reason && (
        <blockquote className="paper" lang={letter.writerLang} dir={direction(letter.writerLang)}>
          {letter.reason}
        </blockquote>
      )}
      <Undo request={request} look={look} />
      <p>
        {next ? (
          <a className="go o" href={letterAddresses.heldLetter(lang, next)}>
            {view.t('letters.look.next')}
          </a>
        ) : (
          view.t('letters.look.empty')
        )}
      </p>
    </>
  );
}

function Decision({ request: { view }, look: { letter } }: LookProps) {
  if (letter.withdrawn || letter.state === 'withdrawn')
    return <p className="lead">{view.t('letters.look.withdrawn')}</p>;
  if (!letter.decision || !letter.decidedAt) return <p className="lead">{view.t('letters.look.gone')}</p>;
  return (
    <p className="lead" role="status">
      {view.rich(`letters.look.was.${letter.decision}`, {
        name: <bdi>{letter.decidedBy}</bdi>,
        when: view.moment(letter.decidedAt),
      })}
    </p>
  );
}

function Undo({ request: { view, lang, token }, look: { letter, undoable } }: LookProps) {
  if (!letter.decision || !letter.decidedAt || letter.withdrawn) return null;
  if (!undoable) return <p className="q">{view.t(`letters.look.undo.left.${letter.decision}`)}</p>;
  const until = new Date(letter.decidedAt.getTime() + UNDO_SECONDS * 1_000);
  return (
    <OfficeForm
      view={view}
      token={token}
      action={letterAddresses.undoDecision(lang, letter.id)}
      button={view.t('letters.look.undo')}
      outlined
    >
      <p>{view.t(`letters.look.undo.${letter.decision}`, { until: view.moment(until) })}</p>
    </OfficeForm>
  );
}
