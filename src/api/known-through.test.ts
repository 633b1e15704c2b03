import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const json = async (path: string) => (await fetch(`${site.url}/api/v1${path}`)).json();

describe('what is told of one thing', () => {
  it.each([
    ['/situations/libya', '2026-06-24'],
    ['/cases/el-hishri', '2026-07-16'],
    ['/people/el-hishri', '2026-07-16'],
    ['/people/al-bashir', '2026-06-24'],
    ['/states/MLI', '2026-09-30'],
    ['/states/MLI/asks', '2026-09-30'],
  ])('says for which day, and through which day it is known: %s', async (path, knownThrough) => {
    for (const on of ['2026-06-23', '2026-06-24', '2026-11-24'])
      expect(await json(`${path}?on=${on}`)).toMatchObject({ on, knownThrough });
  });

  it('says of each treaty through which day it is known, and when a notice or an instrument takes effect', async () => {
    const { treaties } = (await json('/states/MLI?on=2026-11-24')) as { treaties: Record<string, object> };
    expect(treaties['rome-statute']).toMatchObject({
      standing: 'withdrawing',
      since: '2026-06-24',
      due: '2027-06-24',
      knownThrough: '2026-09-30',
    });
    expect(treaties.apic).toMatchObject({ standing: 'party', due: null, knownThrough: '2017-12-31' });
    const before = (await json('/states/MLI?on=2026-06-23')) as { treaties: Record<string, object> };
    expect(before.treaties['rome-statute']).toMatchObject({ standing: 'party', due: null });
  });
});
