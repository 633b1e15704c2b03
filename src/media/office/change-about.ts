import type { Lang } from '../../config/langs.ts';
import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { languageName, list } from '../../locales/format.ts';
import type { Key } from '../../locales/words.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { pictureAddresses } from '../addresses.ts';
import { aboutFields, changePicture } from '../change-picture.ts';
import { readAbout, type TypedAbout, typedAbout } from './about-form.tsx';
import { pictureOf } from './find-picture.ts';
import { showing } from './picture-screen.tsx';

/** Sets what is said of a picture in no language, unless something typed can't be or somebody else was there meanwhile. */
export async function changeAbout(request: StaffRequest): Promise<Answer> {
  const { app, form, lang, view, session } = request;
  const picture = await pictureOf(request);
  const [read, was] = [readAbout(form), readAbout(form, 'was-')];
  const typed = Object.fromEntries(aboutFields.map((name) => [name, form.get(name) ?? ''])) as TypedAbout;
  const before = was.success ? { was: typedAbout(was.data) } : {};
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => [String(path[0]), view.t(message as Key)] as const);
    return showing(request, picture, { typed, ...before, problems: new Map(problems) });
  }
  if (!was.success) throw new NotFoundError('what the form was read at');
  const change = { id: picture.id, was: was.data, to: read.data, by: session.actor_id };
  const outcome = await changePicture(app.database, change);
  switch (outcome.is) {
    case 'done':
      return seeOther(pictureAddresses.picture(lang, picture.id, { did: 'set' }));
    case 'none':
      throw new NotFoundError('a picture');
    case 'moved':
      return showing(request, picture, { typed, was: typedAbout(outcome.now), elsewhere: outcome.now });
    default:
      return showing(request, picture, {
        typed,
        ...before,
        problems: new Map([['decorative', needsWords(view, outcome.langs)]]),
      });
  }
}

/** Readers see it in languages in which nothing would say what it shows. */
export function needsWords(view: View, langs: readonly Lang[]): string {
  const languages = list(
    view.lang,
    langs.map((one) => languageName(view.lang, one)),
  );
  return view.t('media.wrong.shown', { languages });
}
