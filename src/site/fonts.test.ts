import { expect, it } from 'vitest';
import { faces, fontFace } from './fonts.ts';

it('the faces of headings are light, and what a style sheet asks for waits for nothing and moves nothing', () => {
  expect(faces.latin.body.length).toBeLessThan(15_000);
  expect(faces.arabic.body.length).toBeLessThan(42_000);
  expect(fontFace).toContain('font-display:optional');
  expect(fontFace).toMatch(/^@media \(min-width:48rem\)/);
  expect(fontFace.match(/url\(/g)).toHaveLength(1);
});
