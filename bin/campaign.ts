import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import type { ActorId } from '../src/actors/actors.ts';
import { type ListedCampaign, listCampaigns, setPlainLimit, setPosition } from '../src/campaigns/campaign-settings.ts';
import { root } from '../src/config/root.ts';
import { readSettings, type Settings } from '../src/config/settings.ts';
import type { Database } from '../src/database/database.ts';
import { give } from '../src/members.ts';
import { minuteIn, type TimeZone } from '../src/text/time-zone.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const USAGE = `npm run campaign -- list
npm run campaign -- place SLUG PLACE [--as EMAIL]
  (among those that are open: 1 leads; of two with one place the latest opened; none: behind those that have one, the latest opened first)
npm run campaign -- give SLUG CONTROLLER [--as EMAIL]
  (operator, or a member as “npm run controller” lists it; before it opens)
npm run campaign -- plain-for SLUG MONTHS [--as EMAIL]   (how old what is known may be for an ask to be made plainly, 0 to 600)`;

interface How {
  readonly ours: Settings;
  readonly by: ActorId;
}

const settings: Readonly<Record<string, (database: Database, slug: string, value: string, how: How) => Promise<void>>> =
  {
    place: (database, slug, place, { by }) => setPosition(database, slug, place, by),
    give: (database, slug, controller, { ours, by }) => give(database, slug, controller, ours, by),
    'plain-for': (database, slug, months, { by }) => setPlainLimit(database, slug, months, by),
  };

await runOnce(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { ...whoOptions } });
  const [verb = 'list', slug, value, ...more] = positionals;
  const set = Object.hasOwn(settings, verb) ? settings[verb] : undefined;
  const whole = set ? value !== undefined && more.length === 0 : verb === 'list' && slug === undefined;
  if (!whole) throw new Error(`say what to do:\n${USAGE}`);
  const ours = readSettings(process.env, root);
  await onDatabase(ours, async ({ database }) => {
    if (set && slug !== undefined && value !== undefined)
      await set(database, slug, value, {
        ours,
        by: await whoDoes(
          { settings: ours, database },
          values,
          verb === 'give' ? 'controllers.change' : 'campaigns.change',
        ),
      });
    for (const one of await listCampaigns(database)) tell(one, ours.TIME_ZONE);
  });
});

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
