import type { Words } from '../locales/words.ts';
import type { StageGroup } from './cases-by-stage.ts';
import type { FigureId } from './figures.ts';
import { isStageFigure, stageOf } from './stage-figures.ts';

/** What a figure counts, as a title. */
export function figureTitle({ t }: Pick<Words, 't'>, id: FigureId): string {
  return t(`record.figure.${id}.title`);
}

/** How a figure is counted, in plain words. */
export function figureRule({ t }: Pick<Words, 't'>, id: FigureId): string {
  if (!isStageFigure(id)) return t(`record.figure.${id}.rule`);
  return t('stage' in stageOf(id) ? 'record.figure.proceedings.rule' : 'record.figure.reached.rule');
}

/** What people at one stage have in common, as a title. */
export function groupTitle(words: Pick<Words, 't'>, { stage, figure }: StageGroup): string {
  if (stage === 'convicted') return figureTitle(words, figure);
  // Those whose charges were confirmed in their absence are not before the judges either.
  return words.t(stage === 'before-appearance' ? 'record.people.uncharged' : `record.proceedings.${stage}`);
}

/** Where the list of people stands on their page. */
export const groupAnchor = ({ figure }: StageGroup): string => figure;
