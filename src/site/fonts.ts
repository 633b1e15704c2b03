import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomFolder } from '../config/room-folder.ts';
import { NotFoundError } from '../http/answer.ts';
import { hashOf } from '../http/finished.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { siteAddresses } from './addresses.ts';

/** A face of headings, cut to what they need. */
function cut(file: string): { readonly address: string; readonly body: Buffer } {
  const body = readFileSync(join(roomFolder('site'), 'fonts', `${file}.woff2`));
  return { address: siteAddresses.font(`${file}-${hashOf(body)}.woff2`), body };
}

/** The faces of headings, the same as on cards. */
export const faces = { latin: cut('vollkorn-600'), arabic: cut('amiri-600') } as const;

/**
 * On a desk the style sheet asks for the Latin face, and uses it where it is there at once (decision 20). A phone's own serif is as wide as
 * it, so that headings break alike in both.
 */
export const fontFace = [
  '@media (min-width:48rem){@font-face{font-family:Vollkorn;font-weight:600;font-display:optional;',
  `src:url(${faces.latin.address}) format("woff2")}}`,
  '@font-face{font-family:Narrow;font-weight:600;src:local("Noto Serif Bold"),local("NotoSerif-Bold");size-adjust:90%}',
].join('');

export const fontFile = needsNoGate('a typeface', async ({ params }) => {
  const face = Object.values(faces).find(({ address }) => address === siteAddresses.font(params.name ?? ''));
  if (!face) throw new NotFoundError(params.name);
  return { kind: 'file', type: 'font/woff2', body: face.body, tags: ['site'], lasting: true };
});
