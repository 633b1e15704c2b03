import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { pictureAddresses } from '../addresses.ts';
import { deletePicture } from '../change-picture.ts';
import type { Picture } from '../picture.ts';
import { usesOf } from '../uses.ts';
import { pictureOf } from './find-picture.ts';
import { Uses } from './where-used.tsx';
import { Whole } from './whole.tsx';

/** Asks before a picture goes for good; of one that is used it says where, as it stays. */
export async function removePage(request: StaffRequest): Promise<Answer> {
  return asking(request, await pictureOf(request), 200);
}

/** It goes, with its files. */
export async function removeGiven(request: StaffRequest): Promise<Answer> {
  const { app, lang, session } = request;
  const picture = await pictureOf(request);
  const outcome = await deletePicture(app.database, picture.id, session.actor_id);
  if (outcome === 'none') throw new NotFoundError('a picture');
  return outcome === 'used' ? asking(request, picture, 409) : seeOther(pictureAddresses.pictures(lang));
}

async function asking(request: StaffRequest, picture: Picture, status: number): Promise<Answer> {
  const { app, view, lang, token } = request;
  const uses = await usesOf(app, picture.id, lang);
  return screen(
    { ...request, path: behindHome(lang, pictureAddresses.remove(lang, picture.id)) },
    view.t('media.remove.title', { name: `\u2068${picture.name}\u2069` }),
    <>
      <Whole lang={lang} picture={picture} />
      {uses.length > 0 ? (
        <div role={status === 409 ? 'alert' : undefined}>
          <p>{view.t('media.remove.used')}</p>
          <Uses uses={uses} />
        </div>
      ) : (
        <>
          <p>{view.t('media.remove.text')}</p>
          <OfficeForm
            view={view}
            token={token}
            action={pictureAddresses.remove(lang, picture.id)}
            button={view.t('media.remove.do')}
            destroys
          />
        </>
      )}
      <p>
        <a href={pictureAddresses.picture(lang, picture.id)}>{view.t('media.back')}</a>
      </p>
    </>,
    { status },
  );
}
