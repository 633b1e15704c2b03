/** Bytes of a file that is taken at all. */
export const MOST_BYTES = 25 * 1024 * 1024;
/** Pixels of a picture that is opened, by what opening it costs at the worst: what is measured stands in decision 26. */
export const MOST_PIXELS = { jpeg: 50_000_000, png: 40_000_000, webp: 24_000_000, avif: 9_000_000 } as const;
export type PictureType = keyof typeof MOST_PIXELS;
/** Of the longer side of what is kept. */
export const LONGEST_SIDE = 2_560;
/** In which it is kept, where it is as wide; and once as wide as it is. */
export const WIDTHS = [320, 640, 1_280] as const;
/** Bytes of memory that reading one may take, of a process of its own. */
export const MOST_MEMORY = 300 * 1024 * 1024;
/** Milliseconds that reading one may take. */
export const LONGEST = 20_000;
/** As wide as the one in JPEG is at most: what shows no WebP is old, and its screen small. */
export const JPEG_WIDTH = 640;
