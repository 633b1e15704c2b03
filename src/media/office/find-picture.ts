import { isId } from '../../database/is-id.ts';
import { NotFoundError } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { Picture } from '../picture.ts';
import { selectPicture } from '../picture-queries.ts';

/** The picture whose page this is. @throws NotFoundError */
export async function pictureOf({ app, params }: StaffRequest): Promise<Picture> {
  const { id = '' } = params;
  const picture = isId(id) ? await selectPicture(app.database, id) : undefined;
  if (!picture) throw new NotFoundError('a picture');
  return picture;
}
