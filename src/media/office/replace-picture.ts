import { type Answer, seeOther } from '../../http/answer.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { pictureAddresses } from '../addresses.ts';
import { replacePicture } from '../store-picture.ts';
import { pictureOf } from './find-picture.ts';
import { givenFile, wrongWith } from './give-file.tsx';
import { showing } from './picture-screen.tsx';

export const replaceForm: Fields = { was: chosen(64) };

/** Puts another in its place, wherever it is shown. */
export async function replaceGiven(request: StaffRequest): Promise<Answer> {
  const { app, form, lang, view, session } = request;
  const picture = await pictureOf(request);
  const file = givenFile(request);
  if (typeof file === 'string') return showing(request, picture, { file });
  const storing = { ...app, by: session.actor_id };
  const stored = await replacePicture(storing, file.path, picture.id, form.get('was') ?? '');
  const wrong = stored.is === 'here' ? view.t('media.wrong.here') : wrongWith(view, stored);
  if (wrong) return showing(request, await pictureOf(request), { file: wrong });
  return seeOther(pictureAddresses.picture(lang, picture.id, { did: 'set' }));
}
