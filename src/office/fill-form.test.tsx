import { renderToStaticMarkup } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { fillForm } from './fill-form.ts';

const page = renderToStaticMarkup(
  <form method="post" action="/here">
    <input name="empty" value="" title='of no value ="x"' />
    <input name="full" value="before" />
    <input name="none" />
    <textarea name="words" />
    <select name="chosen">
      <option value="">nothing</option>
      <option value="one" selected>
        one
      </option>
    </select>
    <input type="checkbox" name="yes" value="1" />
    <input type="checkbox" name="no" value="1" checked />
  </form>,
);

const filled = (given: Record<string, string>) =>
  fillForm(page, '/here', new URLSearchParams(given), (left) => JSON.stringify(left)) ?? '';
const tag = (html: string, name: string) =>
  new RegExp(`<[a-z]+ [^>]*name="${name}".*?(?=<input|<select|<textarea|$)`, 's').exec(html)?.[0] ?? '';

it('a field that was empty, full or without a value says what was sent, once', () => {
  const sent = 'Ça & "là" <b>';
  const html = filled({ empty: sent, full: sent, none: sent });
  for (const name of ['empty', 'full', 'none']) {
    const text = tag(html, name);
    expect(text.replace(/"[^"]*"/g, '""').match(/\svalue(?=[=\s/>])/g), text).toHaveLength(1);
    expect(text).toContain(' value="Ça &amp; &quot;là&quot; &lt;b>"');
  }
  expect(tag(html, 'empty')).toContain('of no value');
});

it('what was emptied is empty, and what was chosen is chosen alone', () => {
  const html = filled({ full: '', chosen: '', yes: '1', words: '' });
  expect(tag(html, 'full')).not.toContain('before');
  expect(html.match(/<option[^>]* selected[^>]*>[^<]*/g)?.map((one) => one.split('>')[1]?.trim())).toEqual(['nothing']);
  expect(tag(html, 'yes')).toMatch(/ checked/);
  expect(tag(html, 'no')).not.toMatch(/ checked/);
});

it('what it has no field for is handed on', () => {
  expect(filled({ other: 'kept', words: '\nfirst line empty' })).toContain('[["other","kept"]]');
  expect(filled({ words: '\nfirst line empty' })).toContain('>\n\nfirst line empty</textarea>');
});
