import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { type Lang, langs } from '../config/langs.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { lockedStates, removePublications } from '../publications/publications.ts';
import { deleteLooseFiles, lockFiles } from './file-queries.ts';
import { isDescribed, type Picture, type PictureWords } from './picture.ts';
import { PICTURES } from './picture-kind.ts';
import {
  type AboutPicture,
  deletePictures,
  makePictureWords,
  putPictureWords,
  selectPicture,
  updatePicture,
} from './picture-queries.ts';
import { selectUses } from './use-queries.ts';

/** What came of a change: `moved`, somebody changed it meanwhile; `shown`, readers of these languages would not be told what it shows. */
export type Changed<Now> =
  | { readonly is: 'done' | 'none' }
  | { readonly is: 'moved'; readonly now: Now }
  | { readonly is: 'shown'; readonly langs: readonly Lang[] };

export const aboutFields = ['name', 'credit', 'licence', 'decorative', 'focus'] as const;

export function aboutOf({ name, credit, licence, decorative, focus }: Picture): AboutPicture {
  return { name, credit, licence, decorative, focus };
}

interface Change<What> {
  readonly id: string;
  /** As it stood when the form was read. */
  readonly was: What;
  readonly to: What;
  readonly by: ActorId;
}

/** Changes what is said of a picture in no language. */
export function changePicture(database: Database, change: Change<AboutPicture>): Promise<Changed<AboutPicture>> {
  const { id, was, to, by } = change;
  return database.transaction().execute(async (trx): Promise<Changed<AboutPicture>> => {
    await refuseUnlessMay(trx, by, [{ deed: 'media.change' }]);
    const states = await lockedStates(trx, id);
    const picture = await selectPicture(trx, id, true);
    if (!picture) return { is: 'none' };
    const now = aboutOf(picture);
    if (aboutFields.some((name) => was[name] !== now[name])) return { is: 'moved', now };
    const changed = aboutFields.filter((name) => to[name] !== now[name]);
    if (changed.length === 0) return { is: 'done' };
    const without = shownIn(states).filter((lang) => !isDescribed({ ...picture, ...to }, lang));
    if (without.length > 0) return { is: 'shown', langs: without };
    await updatePicture(trx, id, to);
    if (to.decorative) await makePictureWords(trx, id, langs);
    await changedIn(trx, id, by, 'media.set', changed);
    return { is: 'done' };
  });
}

/** Changes what is said of a picture in one language. */
export function describePicture(database: Database, change: Change<PictureWords>): Promise<Changed<PictureWords>> {
  const { id, was, to, by } = change;
  const { lang } = to;
  return database.transaction().execute(async (trx): Promise<Changed<PictureWords>> => {
    await refuseUnlessMay(trx, by, [{ deed: 'media.describe', item: { lang } }]);
    const states = await lockedStates(trx, id);
    const picture = await selectPicture(trx, id, true);
    if (!picture) return { is: 'none' };
    const now = wordsIn(picture, lang);
    if (was.alternative !== now.alternative || was.caption !== now.caption) return { is: 'moved', now };
    if (to.alternative === now.alternative && to.caption === now.caption) return { is: 'done' };
    if (shownIn(states).includes(lang) && !isDescribed({ ...picture, words: [to] }, lang))
      return { is: 'shown', langs: [lang] };
    await putPictureWords(trx, id, to);
    await changedIn(trx, id, by, 'media.describe', [lang]);
    return { is: 'done' };
  });
}

export function wordsIn({ words }: Pick<Picture, 'words'>, lang: Lang): PictureWords {
  return words.find((one) => one.lang === lang) ?? { lang, alternative: null, caption: null };
}

/** Takes a picture away, with its files. @returns used: something shows it, and it stays */
export function deletePicture(database: Database, id: string, by: ActorId): Promise<'done' | 'none' | 'used'> {
  return database.transaction().execute(async (trx) => {
    await refuseUnlessMay(trx, by, [{ deed: 'media.change' }]);
    await lockFiles(trx);
    await lockedStates(trx, id);
    if (!(await selectPicture(trx, id, true))) return 'none';
    if ((await selectUses(trx, id)).length > 0) return 'used';
    await deletePictures(trx, [id]);
    await removePublications(trx, [id]);
    await deleteLooseFiles(trx);
    await writeAudit(trx, { by, operation: 'media.delete', item: ['picture', id] });
    await dropPages(trx, [PICTURES], 'remove');
    return 'done';
  });
}

/** In which languages readers see it, or will. */
function shownIn(states: Awaited<ReturnType<typeof lockedStates>>): Lang[] {
  return [...states].flatMap(([lang, state]) => (state === 'published' || state === 'scheduled' ? [lang] : []));
}

/** What was changed, and none of its words: they name people, and may have to go. */
async function changedIn(
  trx: Queries,
  id: string,
  by: ActorId,
  operation: `media.${string}`,
  changed: readonly string[],
): Promise<void> {
  await writeAudit(trx, { by, operation, item: ['picture', id], after: { changed } });
  await dropPages(trx, [PICTURES], 'refresh');
}
