import { direction, langs } from '../src/config/langs.ts';
import type { PageType } from '../test/support/open-page.ts';
import { pictureFile, ways } from './picture-file.ts';

/** Pictures as wide as this stand beside each other, cut at the height; CSS pixels. */
const STYLE = `
  body { margin: 1rem; font: 1rem/1.4 sans-serif; }
  section { margin-block: 2rem; }
  h2 { position: sticky; top: 0; margin: 0; padding: .25rem; background: #fff; }
  ol { display: flex; gap: .5rem; margin: .5rem 0; padding: 0; overflow-x: auto; list-style: none; }
  a { display: block; height: 24rem; overflow: hidden; border: 1px solid #999; }
  img { display: block; width: 11rem; }
  img.wide { width: 22rem; }
`;

/** A page of all pictures: one part for each page of the site, one row in it for each language. */
export function contactSheet(types: readonly PageType[]): string {
  const index = types.map(({ name }) => `<a href="#${fragmentOf(name)}">${escaped(name)}</a>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title><style>${STYLE}
  nav a { display: inline; height: auto; border: 0; margin-inline-end: 1rem; }</style>
<h1>Every page</h1><nav>${index.join('\n')}</nav>
${types.map(sectionOf).join('\n')}</html>\n`;
}

function sectionOf(type: PageType): string {
  const rows = langs.map((lang) => {
    const pictures = ways.map((way) => {
      const file = pictureFile(lang, type.name, way);
      const { width, scheme } = way;
      const label = escaped(`${type.name}, ${lang}, ${width} px, ${scheme}`);
      const picture = `<img${width > 400 ? ' class="wide"' : ''} loading="lazy" src="${file}" alt="${label}" title="${label}">`;
      return `<li><a href="${file}">${picture}</a>`;
    });
    return `<ol dir="${direction(lang)}">${pictures.join('')}</ol>`;
  });
  return `<section id="${fragmentOf(type.name)}"><h2>${escaped(type.name)}</h2>${rows.join('\n')}</section>`;
}

function fragmentOf(name: string): string {
  return name.replaceAll(/\W+/g, '-');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
