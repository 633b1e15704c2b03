import { Resvg } from '@resvg/resvg-js';
import { logoSvg, markSvg } from './mark.ts';
import type { Handler } from './visit.ts';

const tags = ['site'];

/** The mark and the campaign's logo, to look at and to download. */
export const markFile: Handler = async () => ({ kind: 'file', type: 'image/svg+xml', body: markSvg(), tags });
export const logoFile: Handler = async () => ({ kind: 'file', type: 'image/svg+xml', body: logoSvg(), tags });
export const logoPicture: Handler = async () => ({
  kind: 'file',
  type: 'image/png',
  body: drawn(logoSvg(), 1200),
  tags,
});

/** @param width pixels */
function drawn(svg: string, width: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: '#fbf8f1' }).render().asPng();
}
