import { langs } from '../../config/langs.ts';
import { type Answer, seeOther } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { publish, statesOf, unpublish } from '../../publications/publications.ts';
import { pictureAddresses } from '../addresses.ts';
import { isDescribed, type Picture } from '../picture.ts';
import { pictureKind } from '../picture-kind.ts';
import { pictureOf } from './find-picture.ts';
import { showing } from './picture-screen.tsx';

const itemOf = ({ id }: Picture) => ({ id, kind: pictureKind.kind, name: id, tags: pictureKind.tags });

/** Readers see it from now on, in the languages in which it is described. */
export async function showPicture(request: StaffRequest): Promise<Answer> {
  const { app, lang, view, session } = request;
  const picture = await pictureOf(request);
  const described = langs.filter((one) => isDescribed(picture, one));
  if (described.length === 0) return showing(request, picture, { refused: view.t('media.show.none') });
  await publish(app.database, itemOf(picture), described, session.actor_id);
  return seeOther(pictureAddresses.picture(lang, picture.id, { did: 'set' }));
}

/** Readers see it no more, in no language. */
export async function hidePicture(request: StaffRequest): Promise<Answer> {
  const { app, lang, session } = request;
  const picture = await pictureOf(request);
  const shown = (await statesOf(app.database, picture.id)).flatMap((one) => (one.state === 'draft' ? [] : [one.lang]));
  if (shown.length > 0) await unpublish(app.database, itemOf(picture), shown, 'draft', session.actor_id);
  return seeOther(pictureAddresses.picture(lang, picture.id, { did: 'set' }));
}
