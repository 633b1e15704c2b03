import { OfficeForm } from '../../office/parts.tsx';
import type { Problems } from '../../site/components/form.tsx';
import { letterAddresses } from '../addresses.ts';
import type { LookProps } from './read-look.ts';
import { readyReason } from './ready-reasons.ts';
import { ReadyReasons, ReasonField } from './reason-field.tsx';
import { TAKEN_MINUTES, UNDO_SECONDS } from './review-times.ts';

/** Having it to oneself for a while. */
export function TakeForms({ request: { view, lang, token }, look: { letter } }: LookProps) {
  if (!letter.takenUntil)
    return (
      <OfficeForm
        view={view}
        token={token}
        action={letterAddresses.takeLetter(lang, letter.id)}
        button={view.t('letters.look.take')}
        outlined
      >
        <p>{view.t('letters.look.take.text', { minutes: TAKEN_MINUTES })}</p>
      </OfficeForm>
    );
  return (
    <OfficeForm
      view={view}
      token={token}
      action={letterAddresses.giveLetterBack(lang, letter.id)}
      button={view.t('letters.look.giveBack')}
      outlined
    >
      <p className="note">{view.t('letters.look.yours', { until: view.moment(letter.takenUntil) })}</p>
    </OfficeForm>
  );
}

/** Letting it go, or saying why not. */
export function DecideForms({ request, look: { letter }, problems }: LookProps & { readonly problems: Problems }) {
  const { view, lang, token, query, form } = request;
  const page = letterAddresses.heldLetter;
  return (
    <>
      <p className="q s">{view.t('letters.look.undo.hint', { minutes: UNDO_SECONDS / 60 })}</p>
      <OfficeForm
        view={view}
        token={token}
        action={letterAddresses.releaseLetter(lang, letter.id)}
        button={view.t('letters.look.release')}
      />
      <section id="refuse" aria-labelledby="refusing">
        <h3 id="refusing">{view.t('letters.look.refuse.title')}</h3>
        <ReadyReasons view={view} link={(use) => `${page(lang, letter.id, { use })}#refuse`} />
        <OfficeForm
          view={view}
          token={token}
          action={letterAddresses.refuseLetter(lang, letter.id)}
          button={view.t('letters.look.refuse')}
          destroys
        >
          <ReasonField
            view={view}
            name="reason"
            lang={letter.writerLang}
            value={form.get('reason') ?? readyReason(letter.writerLang, query.get('use'), letter.because)}
            error={problems.get('reason')}
          />
        </OfficeForm>
      </section>
    </>
  );
}
