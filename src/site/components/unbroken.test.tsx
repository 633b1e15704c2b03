import { renderToStaticMarkup } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Unbroken } from './unbroken.tsx';

it('holds references together, in any script, and leaves other words as they are', () => {
  const shown = renderToStaticMarkup(
    <p>
      <Unbroken words="مجموعة معاهدات XVIII-10، 2014-01; ICC-01/04-01/06, dix-huit" />
    </p>,
  );
  expect(shown).toBe(
    '<p>مجموعة معاهدات <span class="number">XVIII-10</span>، <span class="number">2014-01</span>; ' +
      '<span class="number">ICC-01/04-01/06</span>, dix-huit</p>',
  );
});
