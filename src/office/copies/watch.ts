import { othersAt } from '../../accounts/opened-pages.ts';
import { type FileAnswer, NotFoundError } from '../../http/answer.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import type { StaffRequest } from '../office-route.ts';
import { asJson } from '../passkey-sign-in.tsx';
import { behindHome } from '../way-back.ts';
import { versionAt } from './find-copied-form.ts';
import { formMeant } from './form-meant.ts';
import { othersWords } from './others-words.ts';

export const watchFields: Fields = { to: chosen(600), version: chosen(16) };

/** What an open page asks every twenty seconds: who else has its form open, and whether its item was changed since. */
export async function watch(request: StaffRequest): Promise<FileAnswer> {
  const { app, lang, view, form, session } = request;
  const { params, copied, action } = formMeant(request);
  const version = await versionAt({ ...request, params }, copied);
  if (version === undefined) throw new NotFoundError('what is watched');
  const others = await othersAt(app.database, session.actor_id, behindHome(lang, action));
  const changed = version !== form.get('version');
  return asJson({
    others: othersWords(view, others),
    ...(changed && { changed: view.t('office.watch.changed'), look: view.t('office.watch.look') }),
  });
}
