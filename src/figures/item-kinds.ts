import { situationName } from '../record/names.ts';
import type { RecordView } from '../record/record-view.ts';
import type { FigureItem } from './figures.ts';

/** Items of one kind: of one situation, or of one regional group of states. */
export interface ItemKind {
  readonly name: string;
  readonly items: readonly FigureItem[];
}

/** Items by kind, the kinds in the order of their names. */
export function kindsOf({ view, world }: RecordView, items: readonly FigureItem[]): ItemKind[] {
  const nameOf = ({ of }: FigureItem): string => {
    if (of.state) return view.t(`states.group.${world.treaty.states.get(of.state)?.group || 'none'}`);
    const situation = world.docket.situations.get(of.situation ?? '');
    return situation ? situationName(view.lang, situation) : '';
  };
  const { compare } = new Intl.Collator(view.lang);
  return [...Map.groupBy(items, nameOf)]
    .map(([name, members]) => ({ name, items: members }))
    .sort((one, other) => compare(one.name, other.name));
}
