import type { Handler } from '../http/request.ts';
import { logoSvg, logoWithText, shareCardWithText } from './drawings/logo.ts';
import { drawPicture, outlined } from './pictures/pictures.ts';

const tags = ['site'];
const FAMILY = 'Vollkorn';

/** The mark and the campaign's logo, to look at and to download. */
export const logoMarkFile: Handler = async () => ({ kind: 'file', type: 'image/svg+xml', body: logoSvg(), tags });
export const logoFile: Handler = async () => ({
  kind: 'file',
  type: 'image/svg+xml',
  body: await outlined(logoWithText(FAMILY)),
  tags,
});
export const logoPicture: Handler = async () => ({
  kind: 'file',
  type: 'image/png',
  body: (await drawPicture(logoWithText(FAMILY), 1_530)).bytes,
  tags,
});
export const shareCard: Handler = async () => ({
  kind: 'file',
  type: 'image/png',
  body: (await drawPicture(shareCardWithText(FAMILY), 1_200)).bytes,
  tags,
});
