import type { ReactNode } from 'react';
import type { View } from '../../http/view.ts';

interface Props {
  readonly view: View;
  readonly title: ReactNode;
  readonly count: number;
  readonly children: ReactNode;
}

/** A part of a long list behind its name and how many there are; a search within the page opens it. */
export function Folded({ view, title, count, children }: Props) {
  return (
    <details className="folded">
      <summary>
        <span>
          {title} <span className="q">({view.number(count)})</span>
        </span>
      </summary>
      {children}
    </details>
  );
}
