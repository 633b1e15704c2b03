import { parseArgs } from 'node:util';
import type { Deed } from '../src/accounts/roles.ts';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import type { ActorId } from '../src/actors/actors.ts';
import { type ListedCampaign, listCampaigns } from '../src/campaigns/campaign-settings.ts';
import { copyCampaign } from '../src/campaigns/copy-campaign.ts';
import { setFields, setPlainLimit, setPosition } from '../src/campaigns/set-fields.ts';
import { approveWaiting, type WaitingWords, waitingWords } from '../src/campaigns/waiting-words.ts';
import { root } from '../src/config/root.ts';
import { readSettings, type Settings } from '../src/config/settings.ts';
import { ownController } from '../src/controllers/install.ts';
import type { Database } from '../src/database/database.ts';
import { give } from '../src/members.ts';
import { firstOf } from '../src/text/text-cleaning.ts';
import { minuteIn, type TimeZone } from '../src/text/time-zone.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const USAGE = `npm run campaign -- list
npm run campaign -- make SLUG FIRST OTHER LANG NAME [LANG NAME…] [--as EMAIL]
  (a draft with what the campaign OTHER has, under names of its own in these languages; FIRST: YYYY-MM-DD, still to come)
npm run campaign -- place SLUG PLACE [--as EMAIL]
  (among those that are open: 1 leads; of two with one place the latest opened; none: behind those that have one, the latest opened first)
npm run campaign -- give SLUG CONTROLLER [--as EMAIL]
  (operator, or a member as “npm run controller” lists it; before it opens)
npm run campaign -- plain-for SLUG MONTHS [--as EMAIL]   (how old what is known may be for an ask to be made plainly, 0 to 600)
npm run campaign -- days SLUG FIRST LAST [--as EMAIL]   (YYYY-MM-DD; LAST may be none; one that has opened can only be closed)
npm run campaign -- letters SLUG NUMBER [--as EMAIL]    (to how many addressees one letter may go, 1 to 20)
npm run campaign -- waiting                                  (words that wait before readers get them, and what they change)
npm run campaign -- approve NAME LANG VERSION [--as EMAIL]   (NAME as “waiting” lists it: SLUG or SLUG/ASK)`;

interface How {
  readonly ours: Settings;
  readonly by: ActorId;
}

const inZone = ({ ours, by }: How) => ({ zone: ours.TIME_ZONE, by });

interface Change {
  readonly deed: Deed;
  /** Of what is typed after it: as many words as it takes. */
  readonly takes: number;
  /** How many more may come, again and again. */
  readonly more?: number;
  run(database: Database, words: readonly string[], how: How): Promise<void>;
}

const changes: Readonly<Record<string, Change>> = {
  make: {
    deed: 'campaigns.change',
    takes: 5,
    more: 2,
    run: (database, words, { ours, by }) =>
      copyCampaign(database, words, { zone: ours.TIME_ZONE, controller: ownController(ours), by }),
  },
  place: {
    deed: 'campaigns.change',
    takes: 2,
    run: (database, [slug = '', place = ''], how) => setPosition(database, slug, place, inZone(how)),
  },
  give: {
    deed: 'controllers.change',
    takes: 2,
    run: (database, [slug = '', controller = ''], { ours, by }) => give(database, slug, controller, ours, by),
  },
  'plain-for': {
    deed: 'campaigns.change',
    takes: 2,
    run: (database, [slug = '', months = ''], how) => setPlainLimit(database, slug, months, inZone(how)),
  },
  days: {
    deed: 'campaigns.change',
    takes: 3,
    run: (database, [slug = '', opensOn = '', last = ''], how) =>
      setFields(database, slug, { opensOn, closesOn: last === 'none' ? '' : last }, inZone(how)),
  },
  letters: {
    deed: 'campaigns.change',
    takes: 2,
    run: (database, [slug = '', letterLimit = ''], how) => setFields(database, slug, { letterLimit }, inZone(how)),
  },
  approve: {
    deed: 'campaigns.approve',
    takes: 3,
    run: (database, [name = '', lang = '', seen = ''], { by }) => approveWaiting(database, { name, lang, seen }, by),
  },
};

function takesAll({ takes, more }: Change, typed: number): boolean {
  return typed === takes || (more !== undefined && typed > takes && (typed - takes) % more === 0);
}

await runOnce(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { ...whoOptions } });
  const [verb = 'list', ...typed] = positionals;
  const change = Object.hasOwn(changes, verb) ? changes[verb] : undefined;
  const whole = change ? takesAll(change, typed.length) : ['list', 'waiting'].includes(verb) && typed.length === 0;
  if (!whole) throw new Error(`say what to do:\n${USAGE}`);
  const ours = readSettings(process.env, root);
  await onDatabase(ours, async ({ database }) => {
    if (change) {
      const by = await whoDoes({ settings: ours, database }, values, change.deed);
      await change.run(database, typed, { ours, by });
    }
    if (verb === 'waiting' || verb === 'approve') tellWaiting(await waitingWords(database));
    else for (const one of await listCampaigns(database)) tell(one, ours.TIME_ZONE);
  });
});

/** Longer words than a line are told by their beginnings. */
const SHOWN = 120;

function tellWaiting(all: readonly WaitingWords[]): void {
  if (all.length === 0) sayLine('no words wait');
  for (const { item, lang, current, waiting, places } of all) {
    sayLine(`${item.name} ${lang}  version ${waiting} waits, version ${current} stands`);
    for (const { place, before = '', after = '' } of places)
      sayLine(`  ${place}: ${firstOf(before, SHOWN)} → ${firstOf(after, SHOWN)}`);
  }
}

function tell(
  { slug, controller, state, shown, leading, opensAt, closesAt, position, plainForMonths }: ListedCampaign,
  zone: TimeZone,
) {
  const to = closesAt ? `to ${minuteIn(zone, closesAt)}` : 'without an end';
  const place = position === null ? 'no place of its own' : `place ${position}`;
  sayLine(
    `${slug}  ${state}${leading ? ', leading' : ''}${shown ? '' : ', not shown'}  from ${minuteIn(zone, opensAt)} ${to}  ${place}`,
  );
  sayLine(`  of ${controller.kind === 'member' ? `the member “${controller.name}”` : controller.name}`);
  sayLine(`  asks are plain for ${plainForMonths} months after a list was last known whole`);
}
