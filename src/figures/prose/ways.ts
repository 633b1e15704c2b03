import type { Lang } from '../../config/langs.ts';
import type { FigureId } from '../figures.ts';

/** Ways of saying how many, by the figure that is meant first: `#` is the number with what bounds it; made even (see reading.ts). */
export type Ways = Readonly<Partial<Record<FigureId, Readonly<Record<Lang, readonly string[]>>>>>;
