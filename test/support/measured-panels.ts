import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Lang } from '../../src/config/langs.ts';
import type { Panel } from '../../src/http/panels.ts';
import type { Room } from '../../src/room.ts';

/** One room's part of a page of another's, as it was sent. */
export interface Measured {
  readonly room: string;
  readonly place: string;
  readonly lang: Lang;
  readonly bytes: number;
  /** As it states them. */
  readonly most: number;
}

/** A room whose panels tell how many bytes of HTML they are whenever they are shown. */
export function measured(room: Room, tell: (one: Measured) => void): Room {
  const panels = Object.entries(room.panels ?? {}).map(([place, panel]) => {
    // What a place is about is the page's to say, and is handed on.
    const { show, bytes: most } = panel as Panel<unknown>;
    const measuring: Panel<unknown>['show'] = async (request, about) => {
      const shown = await show(request, about);
      const bytes = Buffer.byteLength(shown ? renderToStaticMarkup(shown) : '');
      tell({ room: room.name, place, lang: request.lang, bytes, most });
      return shown;
    };
    return [place, { ...panel, show: measuring }];
  });
  return { ...room, panels: Object.fromEntries(panels) };
}
