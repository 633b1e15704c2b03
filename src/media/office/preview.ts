import { type FileAnswer, NotFoundError } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { selectFile } from '../file-queries.ts';
import { fileName } from '../picture.ts';
import { pictureOf } from './find-picture.ts';

/** A file of a picture, for those who are signed in: also before readers may see it. */
export async function previewFile(request: StaffRequest): Promise<FileAnswer> {
  const picture = await pictureOf(request);
  const size = picture.sizes.find((one) => fileName(one) === request.params.file);
  const stored = size && (await selectFile(request.app.database, size.hash));
  if (!stored) throw new NotFoundError('a file of a picture');
  return { kind: 'file', type: stored.type, body: stored.bytes, noindex: true };
}
