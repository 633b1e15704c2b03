import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { findItem } from '../publications/list-publications.ts';
import { bar } from '../publications/publications.ts';
import { listCampaigns } from './campaign-settings.ts';
import { setPlainLimit, setPosition } from './set-fields.ts';

const SLUG = 'united-by-common-bonds';
const how = { zone: 'UTC', by: SYSTEM } as const;
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const database = () => site.running.app.database;
/** Whether Kenya's page asks for the agreement on what was known in 2017. */
const isConditional = async () => {
  const html = await (await fetch(`${site.url}/en/states/KEN`)).text();
  return html.includes(
    'when the list was last known to be complete, Kenya was not a party to the Agreement on the Privileges',
  );
};

describe('how long an ask is plain', () => {
  it('is set for a campaign, and pages that are kept follow', async () => {
    expect(await listCampaigns(database())).toMatchObject([{ slug: SLUG, plainForMonths: 24, leading: true }]);
    expect(await isConditional()).toBe(true);
    await setPlainLimit(database(), SLUG, '600', how);
    await until('a plain ask', async () => !(await isConditional()));
    expect(await listCampaigns(database())).toMatchObject([{ slug: SLUG, plainForMonths: 600 }]);
    await setPlainLimit(database(), SLUG, '0', how);
    await until('a conditional ask', isConditional);
  });

  it.each(['', '-1', '601', '24.5', '2e1', ' 24', 'two years', '99999999999'])('is no %j', async (typed) => {
    await expect(setPlainLimit(database(), SLUG, typed, how)).rejects.toThrow(
      /^MONTHS: a whole number from 0 to 600, not/,
    );
  });

  it('names the campaigns that there are for one that there is not', async () => {
    await expect(setPlainLimit(database(), 'united', '12', how)).rejects.toThrow(
      'no campaign “united”; there are: united-by-common-bonds',
    );
  });
});

describe('the place of a campaign', () => {
  it('is set and taken away', async () => {
    await setPosition(database(), SLUG, '2', how);
    expect(await listCampaigns(database())).toMatchObject([{ position: 2 }]);
    await setPosition(database(), SLUG, 'none', how);
    expect(await listCampaigns(database())).toMatchObject([{ position: null }]);
  });

  it('leads nobody to one that is not shown', async () => {
    await setPosition(database(), SLUG, '1', how);
    const { publications: kinds } = site.running.app.handed;
    const item = await findItem(database(), kinds, 'campaign', SLUG);
    await bar(database(), item, 'hidden', SYSTEM, 'somebody is in danger');
    expect(await listCampaigns(database())).toMatchObject([{ state: 'open', shown: false, leading: false }]);
    await bar(database(), item, 'hidden', SYSTEM, undefined);
    expect(await listCampaigns(database())).toMatchObject([{ state: 'open', shown: true, leading: true }]);
  });

  it.each(['', '0', '1001', '1.5', 'first'])('is no %j', async (typed) => {
    await expect(setPosition(database(), SLUG, typed, how)).rejects.toThrow(
      /^PLACE: a whole number from 1 to 1000, or none, not/,
    );
  });
});
