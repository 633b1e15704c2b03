import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { View } from '../../http/view.ts';
import { words } from '../../locales/words.ts';
import { TimelineList } from './timeline-list.tsx';

const view = { ...words('en'), number: String, partialDay: String } as unknown as View;
const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => index + 1).map((one) => ({
    date: `${2000 + one}-05-06`,
    item: <li key={one}>{`entry ${one}`}</li>,
  }));
const shown = (count: number) => renderToStaticMarkup(<TimelineList view={view} entries={entries(count)} />);

describe('a timeline', () => {
  it('of fifteen entries stands whole', () => {
    expect(shown(15)).not.toContain('<details');
    expect(shown(15).match(/<li/g)).toHaveLength(15);
  });

  it('that is longer folds what was before the latest ten, with its years and how many there are', () => {
    const [before = '', after = ''] = shown(16).split('</details>');
    expect(before).toMatch(/^<details class="folded"><summary><span>Earlier, 2001–2006 <span class="q">\(6\)/);
    expect(before.match(/entry \d+/g)).toEqual([1, 2, 3, 4, 5, 6].map((one) => `entry ${one}`));
    expect(after.match(/<li/g)).toHaveLength(10);
  });
});
