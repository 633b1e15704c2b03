import { isId } from '../../database/is-id.ts';
import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail, OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { removalReasons, removeForSafety, safetyRemovalOf } from '../../publications/safety-removals.ts';
import { Choice, Choices } from '../../site/components/field.tsx';
import { pictureAddresses } from '../addresses.ts';
import { pictureKind } from '../picture-kind.ts';
import { usesOf } from '../uses.ts';
import { pictureOf } from './find-picture.ts';
import { Uses } from './where-used.tsx';

export const safetyForm: Fields = { kind: chosen(20) };

/** Asks once, and says what goes and what can't be called back. */
export async function safetyPage(request: StaffRequest): Promise<Answer> {
  return asking(request);
}

/** It goes at once, from everywhere. */
export async function removeNow(request: StaffRequest): Promise<Answer> {
  const { app, form, lang, session, view } = request;
  const { id } = await pictureOf(request);
  const reason = removalReasons.find((one) => one === form.get('kind'));
  if (!reason) return asking(request, view.t('media.safety.wrong'));
  const outcome = await removeForSafety(
    app.database,
    app.handed.publications,
    { id, kind: pictureKind.kind },
    reason,
    session.actor_id,
  );
  if (outcome === 'none' && !(await safetyRemovalOf(app.database, id))) throw new NotFoundError('a picture');
  return seeOther(pictureAddresses.removed(lang, id));
}

async function asking(request: StaffRequest, wrong?: string): Promise<Answer> {
  const { app, lang, token, view } = request;
  const { id, name } = await pictureOf(request);
  const uses = await usesOf(app, id, lang);
  return screen(
    { ...request, path: behindHome(lang, pictureAddresses.safety(lang, id)) },
    view.t('media.safety.title', { name: `\u2068${name}\u2069` }),
    <>
      <p className="lead">{view.t('media.safety.lead')}</p>
      {uses.length > 0 && (
        <>
          <p>{view.t('media.safety.uses')}</p>
          <Uses uses={uses} />
        </>
      )}
      <NotCalledBack view={view} />
      <OfficeForm
        view={view}
        token={token}
        action={pictureAddresses.safety(lang, id)}
        button={view.t('media.safety.do')}
        problems={new Map(wrong ? [['kind', wrong]] : [])}
        destroys
      >
        <Choices
          name="kind"
          label={view.t('media.safety.reason')}
          hint={view.t('media.safety.reason.hint')}
          error={wrong}
        >
          {removalReasons.map((one) => (
            <Choice key={one} type="radio" name="kind" value={one} label={view.t(`media.safety.reason.${one}`)} />
          ))}
        </Choices>
      </OfficeForm>
      <p>
        <a href={pictureAddresses.picture(lang, id)}>{view.t('media.back')}</a>
      </p>
    </>,
    { status: wrong ? 422 : 200 },
  );
}

function NotCalledBack({ view }: { view: View }) {
  return (
    <>
      <h2>{view.t('media.safety.left')}</h2>
      <ul>
        {(['copies', 'mails', 'previews', 'backups'] as const).map((one) => (
          <li key={one}>{view.t(`media.safety.left.${one}`)}</li>
        ))}
      </ul>
    </>
  );
}

/** What stands of a picture that was taken away: its id, the kind of reason, the day. */
export async function removedPage(request: StaffRequest): Promise<Answer> {
  const { app, lang, params, view } = request;
  const { id = '' } = params;
  const removal = isId(id) ? await safetyRemovalOf(app.database, id) : undefined;
  if (!removal) throw new NotFoundError('a removed picture');
  return screen(
    { ...request, path: behindHome(lang, pictureAddresses.removed(lang, id)) },
    view.t('media.safety.done'),
    <>
      <p className="lead">{view.t('media.safety.done.text')}</p>
      <dl className="details">
        <Detail label={view.t('media.id')}>
          <bdi dir="ltr">{id}</bdi>
        </Detail>
        <Detail label={view.t('media.safety.reason')}>{view.t(`media.safety.reason.${removal.reason}`)}</Detail>
        <Detail label={view.t('media.safety.day')}>{view.dayOf(removal.removed_at)}</Detail>
      </dl>
      <NotCalledBack view={view} />
      <p>
        <a href={pictureAddresses.pictures(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
  );
}
