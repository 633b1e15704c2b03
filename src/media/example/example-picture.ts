import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM } from '../../actors/actors.ts';
import { langs } from '../../config/langs.ts';
import type { Demonstration } from '../../controllers/demonstration.ts';
import type { Queries } from '../../database/database.ts';
import type { App } from '../../http/app.ts';
import { dropPages } from '../../http/invalidation.ts';
import { UPLOADS } from '../../http/uploaded-file.ts';
import { words } from '../../locales/words.ts';
import { publishNew, removePublications, showWithin, withdrawWithin } from '../../publications/publications.ts';
import { drawPicture } from '../../site/pictures/pictures.ts';
import { deleteLooseFiles, lockFiles, putSizes } from '../file-queries.ts';
import { PICTURES, pictureKind } from '../picture-kind.ts';
import { deletePictures, insertPicture, putPictureWords, selectPicture, updatePicture } from '../picture-queries.ts';
import { storeSizes } from '../store-picture.ts';
import { endUses } from '../use-queries.ts';
import { usePicture } from '../uses.ts';
import { drawnExample } from './drawn-example.ts';

const EXAMPLE = '00000000-0000-7000-8000-000000000097';
const PIXELS = 1_920;

/** Draws the picture of a demonstration, says in every language that it is an example, and shows a thing with it; once. */
export async function addExamplePicture(app: Pick<App, 'database' | 'settings'>, thing: string): Promise<void> {
  if (await selectPicture(app.database, EXAMPLE)) return;
  const folder = await mkdtemp(join(tmpdir(), UPLOADS));
  try {
    const file = join(folder, 'file');
    await writeFile(file, (await drawPicture(drawnExample(), PIXELS)).bytes);
    await storeSizes({ ...app, by: SYSTEM }, file, async (trx, sizes) => {
      await insertPicture(trx, words('en').t('media.example.name'), EXAMPLE);
      await publishNew(trx, { id: EXAMPLE, kind: pictureKind.kind }, langs, SYSTEM);
      await putSizes(trx, EXAMPLE, sizes);
      await describe(trx);
      await usePicture(trx, thing, EXAMPLE);
      return { is: 'stored', id: EXAMPLE };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe(trx: Queries): Promise<void> {
  const name = words('en').t('media.example.name');
  await updatePicture(trx, EXAMPLE, { name, credit: null, licence: 'own', decorative: false, focus: 'middle' });
  for (const lang of langs) {
    const { t } = words(lang);
    const said = { alternative: t('media.example.alternative'), caption: t('media.example.caption') };
    await putPictureWords(trx, EXAMPLE, { lang, ...said });
  }
}

/** Nobody sees it once an operator is named. */
export const examplePicture: Demonstration = {
  begins: async (trx) => {
    if (await selectPicture(trx, EXAMPLE)) await showWithin(trx, EXAMPLE, SYSTEM);
  },
  ends: async (trx) => {
    if (await selectPicture(trx, EXAMPLE)) await withdrawWithin(trx, EXAMPLE, SYSTEM, 'an example of a demonstration');
  },
  removed: async (trx) => {
    await lockFiles(trx);
    await endUses(trx, EXAMPLE);
    await deletePictures(trx, [EXAMPLE]);
    await removePublications(trx, [EXAMPLE]);
    await deleteLooseFiles(trx);
    await dropPages(trx, [PICTURES], 'remove');
  },
};
