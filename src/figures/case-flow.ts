import type { RecordView } from '../record/record-view.ts';
import type { FlowProps } from '../site/charts/flow.tsx';
import { valueOn } from './figures.ts';
import { caseSteps } from './stage-figures.ts';

/** How many people, counted once for each case, had come how far by a day. */
export function caseFlow({ view, world, on }: RecordView): FlowProps {
  const steps = caseSteps.map((step) => ({
    value: valueOn(world, `reached-${step}`, on),
    label: view.t(`record.flow.${step}`),
  }));
  return {
    title: view.t('record.flow.title'),
    description: steps
      .map(({ value, label }) => `${label}${view.t('site.colon')}${view.number(value)}`)
      .join(view.t('site.semicolon')),
    steps,
    rtl: view.dir === 'rtl',
    number: view.number,
  };
}
