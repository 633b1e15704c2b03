import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../config/langs.ts';
import { langs } from '../config/langs.ts';
import { readSettings } from '../config/settings.ts';
import { handedBy } from '../handed.ts';
import { viewFor } from '../http/view.ts';
import { rooms } from '../rooms.ts';
import { Header } from './components/header.tsx';
import { rememberedMarkup } from './remembered-markup.ts';

const handed = handedBy(rooms);
const named = { OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.example' };
const view = (lang: Lang, path: string, env = {}) =>
  viewFor({ settings: readSettings(env, import.meta.dirname), handed }, lang, path);
const header = (of: ReturnType<typeof view>, own: boolean) =>
  renderToStaticMarkup(<Header view={of} there={langs} form={undefined} wrong={false} own={own} />);

describe('a header that is remembered', () => {
  it('is the one that would be drawn, in each language, on each page and for each operator', () => {
    for (const round of [1, 2])
      for (const env of [{}, named])
        for (const lang of langs)
          for (const path of ['', '/record', '/states/KEN'])
            expect(header(view(lang, path, env), false), `${lang}${path} ${round}`).toBe(
              header(view(lang, path, env), true),
            );
  });
});

describe('markup that is remembered', () => {
  it('is drawn once for a key, and again for another site', () => {
    let drawn = 0;
    const draw = () => <i>{++drawn}</i>;
    const other = { ...view('en', ''), navigation: { header: [], footer: [] } };
    expect(rememberedMarkup(view('en', ''), 'a', draw).__html).toBe('<i>1</i>');
    expect(rememberedMarkup(view('en', ''), 'a', draw).__html).toBe('<i>1</i>');
    expect(rememberedMarkup(view('fr', ''), 'a', draw).__html).toBe('<i>2</i>');
    expect(rememberedMarkup(other, 'a', draw).__html).toBe('<i>3</i>');
  });
});
