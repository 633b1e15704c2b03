import type { VNode } from 'preact';
import type { SiteRequest } from './request.ts';
import type { Visible } from './visible.ts';

/** Places on pages that other rooms fill, with what they are told there. The room whose page it is adds its own by `declare module`. */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface PanelContexts {}

export type PanelName = keyof PanelContexts & string;
/** What a panel may ask with. */
export type Asking = Pick<SiteRequest, 'app' | 'view' | 'lang'>;

/** What one room shows in such a place. */
export interface Panel<About> {
  /** Of HTML, at most: the page has to fit its first flight. */
  readonly bytes: number;
  /** By which the page is dropped when this changes. */
  readonly tags: readonly string[];
  /** @returns undefined where it has nothing to show */
  readonly show: (request: Asking, about: About) => Promise<Visible<VNode> | undefined>;
}

export type Panels = { readonly [Name in PanelName]?: readonly Panel<PanelContexts[Name]>[] };

declare module './app.ts' {
  interface Handed {
    readonly panels: Panels;
  }
}
