import { renderToStaticMarkup } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../../test/support/world.ts';
import { CampaignText } from '../../campaigns/campaign-text.ts';
import type { Lang } from '../../config/langs.ts';
import { readSettings } from '../../config/settings.ts';
import { handedBy } from '../../handed.ts';
import { viewFor } from '../../http/view.ts';
import type { World } from '../../record/record.ts';
import type { RecordView } from '../../record/record-view.ts';
import { requestedDay } from '../../record/requested-day.ts';
import { figuresIn, plainFigures, sayFigures, unknownFigures, WithFigures } from './figures-in-text.tsx';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

const asOf = (on: string, lang: Lang = 'en'): RecordView => ({
  view: viewFor({ settings: readSettings({}, import.meta.dirname), handed: handedBy([]) }, lang, ''),
  world,
  requested: requestedDay(world, on, '2026-11-24'),
  on,
  linkDay: on,
});
const text = 'The Court has {figure:states-parties} members and {figure:convictions-core-standing} convictions.';

describe('a figure in a text', () => {
  it('is found by an id that it had before', () => {
    const [before, now] = ['{figure:public-warrants-w6} people', '{figure:people-as-the-court-counted} people'];
    expect(plainFigures(asOf('2015-09-14'), before)).toBe('28 people');
    expect(unknownFigures(before)).toEqual([]);
    expect(figuresIn([before, now])).toEqual(['people-as-the-court-counted']);
    const links = [before, now].map((said) =>
      renderToStaticMarkup(<WithFigures record={asOf('2015-09-14')} text={said} />),
    );
    expect(links[0]).toBe(links[1]);
  });

  it('says what was true on the day of the page', () => {
    expect(plainFigures(asOf('2016-11-30'), text)).toBe('The Court has 124 members and 4 convictions.');
    expect(plainFigures(asOf('2026-06-24'), text)).toBe('The Court has 125 members and 9 convictions.');
    expect(plainFigures(asOf('2026-11-24'), text)).toBe('The Court has at least 125 members and 9 convictions.');
  });

  it('is a link to its list on that day', () => {
    const html = renderToStaticMarkup(<WithFigures record={asOf('2016-11-30', 'fr')} text={text} />);
    expect(html).toContain('<a href="/fr/record/figures/states-parties?on=2016-11-30">124</a> members');
  });

  it('is found wherever it stands in a value', () => {
    expect(sayFigures(asOf('2016-11-30'), { a: ['{figure:summonses}'], b: 3 })).toEqual({ a: ['9'], b: 3 });
  });

  it('is refused in content where there is none of that name', () => {
    expect(unknownFigures('{figure:nothing} and {figure:summonses}')).toEqual(['nothing']);
    const read = CampaignText.shape.call.safeParse('{figure:nothing} convictions');
    expect(read.error?.issues[0]?.message).toBe('names a figure that there is not');
  });
});
