import { address } from '../http/address.ts';

/** Where pictures are served from: `file` is the hash of its bytes and what type it is. */
export const mediaAddresses = {
  file: address('/media/:file'),
} as const;

/** Where staff works with pictures. */
export const pictureAddresses = {
  pictures: address('/office/:lang/pictures'),
  add: address('/office/:lang/pictures/add'),
  picture: address('/office/:lang/pictures/one/:id'),
  /** As it is, also before readers may see it. */
  preview: address('/office/:lang/pictures/one/:id/files/:file'),
  /** In the language `of`. */
  words: address('/office/:lang/pictures/one/:id/words/:of'),
  replace: address('/office/:lang/pictures/one/:id/replace'),
  show: address('/office/:lang/pictures/one/:id/show'),
  hide: address('/office/:lang/pictures/one/:id/hide'),
  /** At once, from everywhere, for somebody's safety. */
  safety: address('/office/:lang/pictures/one/:id/remove-for-safety'),
  removed: address('/office/:lang/pictures/removed/:id'),
  remove: address('/office/:lang/pictures/one/:id/remove'),
} as const;
