import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { dropPages } from '../http/invalidation.ts';
import { PICTURES } from './picture-kind.ts';
import { selectPicture } from './picture-queries.ts';
import { putUse, selectUses } from './use-queries.ts';

export { selectUseOf as pictureUsedBy } from './use-queries.ts';

/** What shows a picture, as staff know it, and its page in the office. */
export interface UseShown {
  readonly name: string;
  readonly link: string | undefined;
}

/** Where a picture is used. */
export async function usesOf(
  { database, handed }: Pick<App, 'database' | 'handed'>,
  picture: string,
  lang: Lang,
): Promise<readonly UseShown[]> {
  const uses = await selectUses(database, picture);
  const kinds = handed.publications.filter(({ kind }) => uses.some((use) => use.kind === kind));
  const shown = kinds.map(async ({ kind, named, desk }) => {
    const names = [...(await named(database))];
    return uses
      .filter((use) => use.kind === kind)
      .map(({ id }) => {
        const name = names.find(([, known]) => known === id)?.[0] ?? id;
        return { name, link: desk?.(lang, name) };
      });
  });
  return (await Promise.all(shown)).flat();
}

/**
 * Shows a thing with another picture, within the transaction that changes the thing.
 * @param picture undefined: with none
 * @returns false where there is no such picture; then nothing has changed
 */
export async function usePicture(trx: Queries, thing: string, picture: string | undefined): Promise<boolean> {
  if (picture !== undefined && !(await selectPicture(trx, picture, true))) return false;
  await putUse(trx, thing, picture);
  await dropPages(trx, [PICTURES], 'remove');
  return true;
}
