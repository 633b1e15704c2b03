import { inArabic } from './strip.tsx';

const EDGE = 20;
const HEAD = 56;
const FOOT = 30;
const LINE = 18;

/** The light colours of tokens.css, and what record.css says of charts. */
const style =
  'text{font:13px Vollkorn,Amiri,Georgia,serif;fill:#545b69}.big{font-size:19px;fill:#1c2230}' +
  '.head{font-size:20px;fill:#1c2230}.line{fill:none;stroke:#27508f;stroke-width:2.5}' +
  '.rule{stroke:#d8d0bf}.mark{stroke:#9c3a17}.lapis{fill:#27508f}' +
  '.slate{fill:#66727f}.open,.end{fill:none;stroke:#66727f}' +
  '.open{stroke-dasharray:4 3}.small{font-size:11px}';

/** A drawing as a file by itself: with its title, and lines below it such as the day and where it comes from, on paper. @returns XML */
export function framedSvg(
  drawing: string,
  { title, below, rtl }: { title: string; below: readonly string[]; rtl: boolean },
): string {
  const [, , width = '720', height = '260'] =
    /viewBox="([^" ]+) ([^" ]+) ([^" ]+) ([^" ]+)"/.exec(drawing)?.slice(1) ?? [];
  const wide = Number(width) + 2 * EDGE;
  const whole = Number(height) + HEAD + FOOT + LINE * (below.length - 1);
  const said = (text: string) => escaped(rtl ? inArabic(text) : text);
  const side = rtl ? `x="${wide - EDGE}" text-anchor="end"` : `x="${EDGE}"`;
  const inner = drawing.replace('<svg ', `<svg x="${EDGE}" y="${HEAD}" width="${width}" height="${height}" `);
  const foot = below.map(
    (text, index) => `<text ${side} y="${whole - 12 - LINE * (below.length - 1 - index)}">${said(text)}</text>`,
  );
  const paper = '<rect width="100%" height="100%" fill="#fbf8f1"/>';
  const head = `<text ${side} y="34" class="head">${said(title)}</text>`;
  const box = `viewBox="0 0 ${wide} ${whole}" width="${wide}" height="${whole}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" ${box}><style>${style}</style>${paper}${head}${inner}${foot.join('')}</svg>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
