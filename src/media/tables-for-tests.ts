import { id, now, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { focuses, licences } from './picture.ts';
import { sizeTypes } from './reading/read-outcome.ts';

const hash = (digit: number) => `\\x${String(digit).padStart(64, '0')}`;
const said = 'what readers are shown, or staff call it';

export const tables: Tables = {
  pictures: {
    possible: { id: id(40), name: 'A courtroom', credit: 'Somebody', licence: 'own', added_at: now },
    another: { id: id(140) },
    impossible: {
      pictures_licence: { licence: 'stolen' },
      pictures_focus: { focus: 'nose' },
    },
    moment: 'added_at',
    says: 'name',
    lists: { licence: licences, focus: focuses },
    texts: { name: said, credit: said },
  },
  picture_words: {
    possible: { picture_id: id(40), lang: 'en', alternative: 'A courtroom', caption: 'In The Hague' },
    another: { lang: 'fr' },
    impossible: {
      picture_words_picture_id: { picture_id: unknown },
      picture_words_lang: { lang: 'de' },
    },
    says: 'alternative',
    lists: { lang: langs },
    texts: { alternative: said, caption: said },
  },
  media_files: {
    possible: { hash: hash(1), type: 'image/webp', size: 3 },
    another: { hash: hash(2) },
    impossible: {
      media_files_hash: { hash: '\\x01' },
      media_files_type: { type: 'text/html' },
      media_files_size: { size: 0 },
    },
    lists: { type: sizeTypes },
  },
  media_parts: {
    possible: { hash: hash(1), place: 0, bytes: '\\x010203' },
    another: { place: 1 },
    impossible: {
      media_parts_hash: { hash: hash(9) },
      media_parts_place: { place: -1 },
      media_parts_bytes: { bytes: '\\x' },
    },
  },
  picture_sizes: {
    possible: { picture_id: id(40), hash: hash(1), width: 320, height: 200 },
    another: { width: 640 },
    impossible: {
      picture_sizes_picture_id: { picture_id: unknown },
      picture_sizes_hash: { hash: hash(9) },
      picture_sizes_pixels: [{ width: 0 }, { height: 2_561 }],
    },
  },
  picture_uses: {
    possible: { used_by: id(20), place: 0, picture_id: id(40) },
    another: { place: 1 },
    impossible: {
      picture_uses_used_by: { used_by: unknown },
      picture_uses_place: { place: -1 },
      picture_uses_picture_id: { picture_id: unknown },
    },
  },
};
