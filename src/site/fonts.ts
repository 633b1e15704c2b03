import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomFolder } from '../config/room-folder.ts';
import { NotFoundError } from '../http/answer.ts';
import { hashOf } from '../http/finished.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { siteAddresses } from './addresses.ts';

const body = readFileSync(join(roomFolder('site'), 'fonts', 'vollkorn-600.woff2'));
const name = `vollkorn-600-${hashOf(body)}.woff2`;

/**
 * The face of headings, the same as on cards. Optional: it is used where it is there at once, and nothing waits or moves for it; a phone,
 * on a line that may be slow and paid for by the byte, does not fetch it at all.
 */
export const fontFace = [
  '@media (min-width:48rem){@font-face{font-family:Vollkorn;font-weight:600;font-display:optional;',
  `src:url(${siteAddresses.font(name)}) format("woff2")}}`,
].join('');

export const fontFile = needsNoGate('a typeface', async ({ params }) => {
  if (params.name !== name) throw new NotFoundError(params.name);
  return { kind: 'file', type: 'font/woff2', body, tags: ['site'], lasting: true };
});
