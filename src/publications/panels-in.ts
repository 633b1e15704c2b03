import type { VNode } from 'preact';
import type { Asking, Panel, PanelContexts, PanelName } from '../http/panels.ts';
import type { Visible } from '../http/visible.ts';
import { madeOf, together } from './visible-to.ts';

export interface Shown {
  readonly parts: readonly (Visible<VNode> | undefined)[];
  readonly tags: readonly string[];
}

/** What the rooms show in one place of a page, in their order, and the tags that the page gets from them. */
export async function panelsIn<Name extends PanelName>(
  request: Asking,
  name: Name,
  about: PanelContexts[Name],
): Promise<Visible<Shown>> {
  const panels: readonly Panel<PanelContexts[Name]>[] = request.app.handed.panels[name] ?? [];
  const parts = await Promise.all(panels.map((panel) => panel.show(request, about)));
  return madeOf(together(parts.filter((part) => part !== undefined)), () => ({
    parts,
    tags: panels.flatMap(({ tags }) => tags),
  }));
}
