import type { View } from '../http/view.ts';

/** Where the journey stands: whose government, the letter. */
export function Steps({ view, current }: { view: View; current: 1 | 2 }) {
  return (
    <ol className="steps">
      {([1, 2] as const).map((step) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {view.number(step)}. {view.t(`letters.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
