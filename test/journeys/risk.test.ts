import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorAt } from '../../src/actors/at-the-machine.ts';
import { judgeRisk, readJudgement, type TypedJudgement } from '../../src/states/judge-risk.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';
import { until } from '../support/until.ts';

const TODAY = '2026-11-26';
let site: Site;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example');
});
afterAll(() => site?.stop());

const write = '/en/campaigns/united-by-common-bonds/write?state=KEN';

async function judged(typed: TypedJudgement): Promise<void> {
  const { database } = site.running.app;
  await judgeRisk(database, readJudgement(typed, TODAY), await operatorAt(database, 'Nadia O.'));
}

/** The page says it once this process has heard of the change. */
function says(words: string): Promise<string> {
  return until(`the page says ${words}`, async () => {
    const { text } = await new Supporter(site).opens(write);
    return text.includes(words) ? text : undefined;
  });
}

describe('what an operator types of a risk', () => {
  it.each([
    [{ words: ['open', 'KEN'], because: 'read', on: TODAY }, 'open: only with --source and --on'],
    [{ words: ['open', 'KEN'], because: 'read', source: 'A report' }, 'open: only with --source and --on'],
    [{ words: ['warn', 'KEN'] }, '--because: why'],
    [{ words: ['warn', 'KEN'], because: 'read', on: '2026-11-27' }, '--on: a day until today'],
    [{ words: ['safe', 'KEN'], because: 'read' }, 'say what to do'],
  ] satisfies [TypedJudgement, string][])('%j is refused in words that say what can be done', (typed, reason) => {
    expect(() => readJudgement(typed, TODAY)).toThrow(reason);
  });

  it('of a state that is none changes nothing', async () => {
    await expect(judged({ words: ['closed', 'KEM'], because: 'read' })).rejects.toThrow('KEM: no state has this code');
  });
});

describe('a country', () => {
  it('that nobody has judged says so, and what writing may cost', async () => {
    const text = await says('We have not looked into the situation in this country.');
    expect(text).toContain('family there');
    expect(text).not.toContain('name="email"');
  });

  it('that was judged says on which day', async () => {
    await judged({ words: ['warn', 'ken'], because: 'arrests of writers', on: '2026-11-20' });
    expect(await says('We looked into the situation in this country on 20 November 2026')).not.toContain(
      'arrests of writers',
    );
  });

  it('that is open leads to the letter, with a sentence', async () => {
    await judged({ words: ['open', 'KEN'], because: 'read', source: 'A report', on: '2026-11-21' });
    expect(await says('name="email"')).toContain('The office will see your name');
  });

  it('that is closed asks for no name', async () => {
    await judged({ words: ['closed', 'KEN'], because: 'arrests' });
    expect(await says('You can’t write to')).not.toContain('name="email"');
  });

  it('keeps who judged, why and when', async () => {
    const rows = await site.fresh.database
      .selectFrom('risk_judgements')
      .innerJoin('actors', 'actors.id', 'made_by')
      .select(['level', 'because', 'judged_on', 'name'])
      .orderBy('risk_judgements.id')
      .execute();
    expect(rows.map(({ level, because, judged_on, name }) => [level, because, judged_on, name])).toEqual([
      ['warn', 'arrests of writers', '2026-11-20', 'Nadia O.'],
      ['open', 'read', '2026-11-21', 'Nadia O.'],
      ['closed', 'arrests', TODAY, 'Nadia O.'],
    ]);
  });
});
