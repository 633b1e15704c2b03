import { readFile } from 'node:fs/promises';
import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Settings } from '../config/settings.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { draftNew } from '../publications/publications.ts';
import { deleteLooseFiles, insertFile, lockFiles, putSizes, totalBytes } from './file-queries.ts';
import { largest, type Picture } from './picture.ts';
import { PICTURES } from './picture-kind.ts';
import { insertPicture, selectPicture, selectPicturesOfFile } from './picture-queries.ts';
import type { SizeInFile } from './reading/read-outcome.ts';
import { type FileOutcome, readPicture } from './reading/read-picture.ts';

const GB = 1_000_000_000;
/** As many characters as a name has. */
export const NAME_LENGTH = 200;

/** What came of a picture that somebody gave. */
export type Stored =
  | Exclude<FileOutcome, { readonly is: 'read' }>
  | { readonly is: 'stored'; readonly id: string }
  /** The same picture is here already. */
  | { readonly is: 'here'; readonly id: string }
  /** There is no room for more. */
  | { readonly is: 'full' }
  /** Somebody replaced it, or it is gone. */
  | { readonly is: 'moved' };

interface Storing {
  readonly database: Database;
  readonly settings: Pick<Settings, 'MEDIA_QUOTA'>;
  readonly by: ActorId;
}

/** Stores a picture that readers don't see yet. @param name by which staff know it, made of that of its file */
export function addPicture(storing: Storing, file: string, name: string): Promise<Stored> {
  return storeSizes(storing, file, async (trx, sizes) => {
    const id = await insertPicture(trx, nameOf(name));
    await draftNew(trx, { id, kind: 'picture' }, [], storing.by);
    await putSizes(trx, id, sizes);
    await writeAudit(trx, { by: storing.by, operation: 'media.add', item: ['picture', id], after: saidOf(sizes) });
    return { is: 'stored', id };
  });
}

/** Stores another in its place, wherever it is shown. @param was the largest file of the one that was seen when this was chosen */
export function replacePicture(storing: Storing, file: string, id: string, was: string): Promise<Stored> {
  return storeSizes(storing, file, async (trx, sizes) => {
    const before = await selectPicture(trx, id, true);
    if (!before || largest(before)?.hash !== was) return { is: 'moved' };
    await putSizes(trx, id, sizes);
    await deleteLooseFiles(trx);
    const [then, now] = [saidOf(before.sizes), saidOf(sizes)];
    await writeAudit(trx, {
      ...{ by: storing.by, operation: 'media.replace', item: ['picture', id] },
      ...{ before: then, after: now },
    });
    await dropPages(trx, [PICTURES], 'remove');
    return { is: 'stored', id };
  });
}

/** Reads a picture before anything is locked; then all or nothing. @param put what is stored of it beside its files */
export async function storeSizes(
  { database, settings, by }: Storing,
  file: string,
  put: (trx: Queries, sizes: readonly SizeInFile[]) => Promise<Stored>,
): Promise<Stored> {
  const outcome = await readPicture(file);
  if (outcome.is !== 'read') return outcome;
  const { sizes } = outcome;
  return database.transaction().execute(async (trx): Promise<Stored> => {
    await refuseUnlessMay(trx, by, [{ deed: 'media.change' }]);
    await lockFiles(trx);
    const [same] = await selectPicturesOfFile(trx, largest({ sizes })?.hash ?? '');
    if (same) return { is: 'here', id: same };
    const more = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    if ((await totalBytes(trx)) + more > settings.MEDIA_QUOTA * GB) return { is: 'full' };
    for (const size of sizes) await insertFile(trx, size, await readFile(size.file));
    return put(trx, sizes);
  });
}

/** Without what says how it is written, and without characters that no name has. */
function nameOf(file: string): string {
  const name = file
    .replace(/^.*[/\\]/s, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[\p{Cc}\p{Cf}\s_]+/gu, ' ');
  return name.trim().slice(0, NAME_LENGTH).toWellFormed() || '–';
}

/** Of a picture in the audit: how large it is, and nothing that tells what it shows. */
function saidOf(sizes: Picture['sizes']) {
  const whole = largest({ sizes });
  return { pixels: `${whole?.width} × ${whole?.height}`, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
}
