import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import { TwoTexts } from './two-texts.tsx';

interface Props {
  readonly view: View;
  /** What it means for whoever is here. */
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** That something was changed by somebody else, above what it was changed from under. */
export function Meanwhile({ view, text, children }: Props) {
  return (
    <div className="sum" role="alert">
      <h2>{view.t('office.meanwhile')}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

interface OtherFieldsProps extends Props {
  /** Of each field what it is called, and what both say. */
  readonly fields: readonly { readonly label: string; readonly theirs: string; readonly yours: string }[];
}

/** The same with what somebody else set beside what was typed here, in fields that differ. */
export function OtherFields({ view, text, fields }: OtherFieldsProps) {
  const others = fields.filter(({ theirs, yours }) => theirs !== yours);
  return (
    <Meanwhile view={view} text={text}>
      <dl className="details">
        {others.map(({ label, theirs, yours }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <TwoTexts view={view} theirs={theirs} yours={yours} />
            </dd>
          </div>
        ))}
      </dl>
    </Meanwhile>
  );
}
