import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST } from '../../test/support/campaigns.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { Supporter } from '../../test/support/supporter.ts';
import { letterAddresses } from './addresses.ts';

let demonstration: Site;
beforeAll(async () => {
  demonstration = await startSite({ OPERATOR_NAME: '', OPERATOR_EMAIL: '' }, { work: false });
});
afterAll(() => demonstration.stop());

it('a letter may be in another language; what its writer agrees to stays in the reader’s', async () => {
  const { text } = await new Supporter(demonstration).opens(`${letterAddresses.write('ar', FIRST)}?state=KEN&aware=1`);
  expect(text).toContain('I am writing to you');
  expect(text).toContain('Common Bonds (عرض تجريبي)');
  expect(text).not.toContain('(demonstration)');
});
