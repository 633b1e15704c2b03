import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { inArabic } from './strip.tsx';

const find = createRequire(import.meta.url).resolve;
/** Faces of our own, so that a picture is the same on every machine; the second one for Arabic. */
const font = {
  fontFiles: [
    find('@expo-google-fonts/vollkorn/600SemiBold/Vollkorn_600SemiBold.ttf'),
    find('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf'),
  ],
  loadSystemFonts: false,
  defaultFontFamily: 'Vollkorn',
};
const WIDTH = 760;
const HEAD = 56;
const FOOT = 30;

/** The light colours of tokens.css, and what record.css says of charts. */
const style = `text{font:13px Vollkorn,Amiri,Georgia,serif;fill:#545b69}.big{font-size:19px;fill:#1c2230}.head{font-size:20px;fill:#1c2230}.line{fill:none;stroke:#27508f;stroke-width:2.5}.rule{stroke:#d8d0bf}.mark{stroke:#9c3a17}.lapis{fill:#27508f}.jade{fill:#3d7d69}.ochre{fill:#b47a18}.rose{fill:#b46a66}.slate{fill:#66727f}.open,.end{fill:none;stroke:#66727f}.open{stroke-dasharray:4 3}.small{font-size:11px}`;

/** A chart as a file by itself: with its title, the day and where it comes from, on paper. @returns XML */
export function framedSvg(
  chart: string,
  { title, below, rtl }: { title: string; below: string; rtl: boolean },
): string {
  const [, , width = '720', height = '260'] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(chart)?.slice(1) ?? [];
  const whole = Number(height) + HEAD + FOOT;
  const side = rtl ? `x="${WIDTH - 20}" text-anchor="end"` : 'x="20"';
  const inner = chart.replace('<svg ', `<svg x="20" y="${HEAD}" width="${width}" height="${height}" `);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${whole}" width="${WIDTH}" height="${whole}"><style>${style}</style><rect width="100%" height="100%" fill="#fbf8f1"/><text ${side} y="34" class="head">${escaped(rtl ? inArabic(title) : title)}</text>${inner}<text ${side} y="${whole - 12}">${escaped(rtl ? inArabic(below) : below)}</text></svg>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A drawing as a picture, 1600 pixels wide; drawn beside the event loop, because it takes a while. */
export async function picture(svg: string): Promise<Buffer> {
  return (await renderAsync(svg, { font, fitTo: { mode: 'width', value: 1_600 } })).asPng();
}
