import type { View } from '../http/view.ts';
import { TextArea } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { isLongerThan, paragraphs } from '../text/text-cleaning.ts';

/** Characters of a reason. */
export const MOST_WHY = 1_000;

/** Why a revision is made, as somebody typed it; undefined where nothing is said, or too much. */
export function reasonIn(form: URLSearchParams): string | undefined {
  const why = paragraphs(form.get('why') ?? '');
  return why && !isLongerThan(why, MOST_WHY) ? why : undefined;
}

export function wrongReason({ t }: Pick<View, 't'>): Problems {
  return new Map([['why', t('record-keeping.wrong.why', { most: MOST_WHY })]]);
}

/** @param why what was typed before */
export function ReasonField({ view, why, problems }: { view: View; why: string; problems: Problems }) {
  return (
    <TextArea
      name="why"
      label={view.t('record-keeping.why')}
      hint={view.t('record-keeping.why.hint')}
      error={problems.get('why')}
      defaultValue={why}
      rows={3}
      dir="auto"
    />
  );
}
