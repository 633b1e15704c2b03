import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { roomFolder } from '../config/room-folder.ts';
import { fontFace } from './fonts.ts';

it('the face of headings is light, waits for nothing, and moves nothing', () => {
  const [, name = ''] = /\/fonts\/([\w-]+)-[\w-]{22}\.woff2/.exec(fontFace) ?? [];
  expect(readFileSync(join(roomFolder('site'), 'fonts', `${name}.woff2`)).length).toBeLessThan(15_000);
  expect(fontFace).toContain('font-display:optional');
  expect(fontFace).toMatch(/^@media \(min-width:48rem\)/);
});
