import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** What a state's page says before its first section, without marks. */
async function opening(path: string): Promise<string> {
  const html = await (await fetch(`${site.url}${path}`)).text();
  const [, said = ''] = /<\/h1>([\s\S]*?)<section/.exec(html) ?? [];
  return said.replace(/<!-- -->/g, '').replace(/<form[\s\S]*?<\/form>|<[^>]+>/g, ' ');
}

describe('the page of a state opens with what the state has done', () => {
  it('since when it is a party, what else it has accepted, what not, what nobody knows, its law', async () => {
    const kenya = await opening('/en/states/KEN');
    expect(kenya).toContain(
      'Kenya ratified the Rome Statute on 15 March 2005 and has been a party to it since 1 June 2005.',
    );
    expect(kenya).toContain(
      'it had yet to accept the Agreement on privileges and immunities and the ' +
        'amendments on poison and expanding bullets, on aggression, on',
    );
    expect(kenya).not.toContain('non-detectable');
    expect(await (await fetch(`${site.url}/en/states/KEN`)).text()).toMatch(
      /<summary>Position on one treaty not known<\/summary><ul class="links"><li>Amendment on non-detectable/,
    );
    expect(kenya).toContain('legislation on the crimes of the Statute and on cooperation with the Court.');
    expect(await opening('/fr/states/BOL')).toContain(
      'Cet État a aussi accepté l’Accord sur les privilèges et immunités et les amendements sur le crime d’agression.',
    );
    expect(await opening('/ar/states/MNG')).toContain('قبلت هذه الدولة أيضا التعديل بشأن السموم والرصاص المتمدد.');
  });

  it.each([
    [
      '/en/states/BFA',
      'Burkina Faso is a party to the Rome Statute but announced on 24 June 2026 that it is leaving. It remains bound until 24 June 2027.',
    ],
    [
      '/fr/states/MLI',
      'mais a annoncé le 24\u00a0juin 2026 son retrait. Cet État reste lié par le Statut jusqu’au 24\u00a0juin 2027.',
    ],
    [
      '/en/states/BFA?on=2026-01-01',
      'Burkina Faso ratified the Rome Statute on 16 April 2004 and has been a party to it since 1 July 2004.',
    ],
    ['/es/states/PHL', 'Filipinas fue parte en el Estatuto de Roma y se retiró de él el 17 de marzo de 2019.'],
    [
      '/fr/states/NLD',
      'Les Pays-Bas ont accepté le Statut de Rome le 17\u00a0juillet 2001 et y sont Partie depuis le 1',
    ],
    ['/ar/states/JOR', 'صدّق الأردن على نظام روما الأساسي'],
    ['/en/states/USA', 'then declared on 6 May 2002 that it does not intend to ratify it.'],
    ['/es/states/CHN', 'China no se ha sumado al Estatuto de Roma.'],
    ['/ar/states/CHN', 'لم تنضم الصين إلى نظام روما الأساسي.'],
    ['/en/states/XKX', 'Kosovo is neither a member of the United Nations nor a party to the Rome Statute.'],
    [
      '/en/states/VUT?on=2011-12-05',
      'joined the Rome Statute on 2 December 2011, but the treaty does not bind it yet.',
    ],
  ])('%s: %s', async (path, said) => {
    expect(await opening(path)).toContain(said);
  });

  it('what it has taken on and what chambers have found, on the day', async () => {
    expect(await opening('/en/states/COD')).toMatch(/people sentenced by the Court[\s\S]*not to hand over Americans/);
    const found = 'Les juges de la Cour ont constaté qu’il n’avait pas accédé à une demande de coopération.';
    expect(await opening('/fr/states/MNG')).toContain(found);
    expect(await opening('/fr/states/MNG?on=2024-10-23')).not.toContain(found);
  });

  it('names no treaty before its day, and nothing that nobody has checked', async () => {
    expect(await opening('/en/states/KEN?on=2012-01-01')).not.toMatch(/article 124|starvation/);
    expect(await opening('/en/states/ISR')).toContain(
      'signed the Rome Statute on 31 December 2000 but has not ratified',
    );
    expect(await opening('/en/states/CHE')).not.toContain('non-detectable');
  });
});
