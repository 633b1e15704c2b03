import type { Lang } from '../../config/langs.ts';
import type { FigureId } from '../figures.ts';
import { amendments, listWays } from './amendments.ts';
import { docketWays } from './docket-ways.ts';
import { peopleWays } from './people-ways.ts';
import { treatyWays } from './treaty-ways.ts';

/** Ways of saying how many, by the figure that is meant first: `#` is the number with what bounds it; made even (see reading.ts). */
export type Ways = Readonly<Partial<Record<FigureId, Readonly<Record<Lang, readonly string[]>>>>>;

/** Ways of saying how many, beside number and noun. */
export const ways: Ways = { ...treatyWays, ...docketWays, ...peopleWays, ...listWays(amendments) };
