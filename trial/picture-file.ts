import type { Lang } from '../src/config/langs.ts';

/** How each page is looked at; widths in CSS pixels. */
export const ways = ([360, 1_280] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);
export type Way = (typeof ways)[number];

/** Where the picture of a page lies, below the folder of all pictures. */
export function pictureFile(lang: Lang, page: string, { width, scheme }: Way): string {
  return `${lang}/${page.replaceAll(/\W+/g, '-')}-${width}-${scheme}.png`;
}
