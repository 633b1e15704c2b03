import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { fileName, hashIn } from './picture.ts';
import { PICTURES } from './picture-kind.ts';
import { shownFile } from './shown-pictures.ts';

/** A file of a picture that readers may see, under the hash of its bytes. */
export const mediaFile = fromVisible(
  ({ app, params }: SiteRequest) => {
    const hash = hashIn(params.file ?? '');
    if (!hash) throw new NotFoundError('a file');
    return shownFile(app.database, hash);
  },
  ([found], { params }) => {
    if (!found || fileName(found) !== params.file) throw new NotFoundError('a file');
    const { type, bytes: body, hash } = found;
    return { kind: 'file' as const, type, body, hash, tags: [PICTURES], checkedEachTime: true };
  },
);
