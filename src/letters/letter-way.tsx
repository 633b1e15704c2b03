import type { View } from '../http/view.ts';
import type { LetterStep } from './letter-steps.ts';

/** The way of a letter: a line of pieces, each step with its day; filled what is done, open what is to come, out of place an end. */
export function LetterWay({ view, steps }: { view: View; steps: readonly LetterStep[] }) {
  return (
    <ol className="way" aria-label={view.t('letters.way.label')}>
      {steps.map((step) => (
        <li key={step.what} className={step.is} aria-current={step.is === 'now' ? 'step' : undefined}>
          {view.t(`letters.way.${step.what}`)} <span className="q">{dayOf(view, step)}</span>
        </li>
      ))}
    </ol>
  );
}

function dayOf(view: View, { is, at }: LetterStep): string {
  if (at === undefined) return '';
  const day = typeof at === 'string' ? view.day(at) : view.dayOf(at);
  return is === 'done' || is === 'ended' ? day : view.t('letters.way.expected', { day });
}
