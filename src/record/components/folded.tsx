import type { ComponentChildren } from 'preact';
import type { View } from '../../http/view.ts';

interface Props {
  readonly view: View;
  readonly title: ComponentChildren;
  readonly count: number;
  readonly children: ComponentChildren;
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
