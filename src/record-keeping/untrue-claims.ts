import { setImmediate } from 'node:timers/promises';
import { campaignsShown } from '../campaigns/campaigns.ts';
import { type Lang, langs } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { checkFound } from '../figures/prose/check-claims.ts';
import { type Claim, findClaims } from '../figures/prose/find-claims.ts';
import type { World } from '../record/record.ts';
import type { Day } from '../text/partial-day.ts';

/** Something that published words of a campaign say, and that would not be so any more. */
export interface UntrueClaim {
  readonly campaign: string;
  readonly slug: string;
  readonly lang: Lang;
  readonly quote: string;
}

/** What campaigns say to readers on a day that agrees with the record as it was, and not with it as it would be. */
export async function untrueClaims(queries: Queries, was: World, is: World, on: Day): Promise<UntrueClaim[]> {
  const untrue: UntrueClaim[] = [];
  for (const lang of langs) {
    const { open, closed } = await campaignsShown(queries, lang);
    for (const campaign of [...open, ...closed].filter((one) => one.lang === lang))
      for (const text of [campaign.text, ...campaign.asks.map((ask) => ask.text)]) {
        const agreed = agreeing(was, await claimsIn(text, lang), on);
        const holds = new Set(agreeing(is, agreed, on));
        const { name } = campaign.text;
        for (const { quote } of agreed.filter((claim) => !holds.has(claim)))
          untrue.push({ campaign: name, slug: campaign.slug, lang, quote });
      }
  }
  return untrue;
}

function agreeing(world: World, claims: readonly Claim[], on: Day): readonly Claim[] {
  return checkFound(world, claims, on).flatMap(({ claim, finding }) => (finding.kind === 'agrees' ? [claim] : []));
}

/** Finding them takes a while, and texts change seldom. */
const known = new WeakMap<object, readonly Claim[]>();

async function claimsIn(text: object, lang: Lang): Promise<readonly Claim[]> {
  const before = known.get(text);
  if (before) return before;
  const claims: Claim[] = [];
  for (const words of wordsIn(text)) {
    claims.push(...findClaims(words, lang));
    // Others are answered meanwhile.
    await setImmediate();
  }
  known.set(text, claims);
  return claims;
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [];
}
