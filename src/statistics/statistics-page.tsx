import { mayDo } from '../accounts/roles.ts';
import { listCampaigns } from '../campaigns/campaign-settings.ts';
import { campaignName } from '../campaigns/campaigns.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import { chosen, type Fields } from '../http/fields.ts';
import type { OfficeAnswer, StaffRequest } from '../office/office-route.ts';
import { screen } from '../office/screen.tsx';
import { capital } from '../text/capital.ts';
import { statisticsAddresses } from './addresses.ts';
import { type Choice, chooseStatistics } from './choice.ts';
import { ChooseNumbers } from './choose-numbers.tsx';
import { dayAfter } from './month.ts';
import { type NamedRow, namedRows } from './named-rows.ts';
import { isOver, needsWholeMonth, numbersToTell } from './numbers.ts';
import { NumbersChart } from './numbers-chart.tsx';
import { numbersFile } from './numbers-file.ts';
import { NumbersTable } from './numbers-table.tsx';

/** Longer is no campaign’s name in addresses. */
const LONGEST_SLUG = 200;

export const statisticsQuery: Fields = {
  campaign: chosen(LONGEST_SLUG),
  by: chosen(20),
  of: chosen(40),
  month: chosen(10),
  as: chosen(3),
};

/** The numbers of a campaign that may be shown, drawn, as a table, and with `as=csv` as a file. */
export async function statisticsPage(request: StaffRequest): Promise<OfficeAnswer> {
  const { app, view, lang, query, session } = request;
  const campaigns = (await listCampaigns(app.database)).filter(({ controllerId }) =>
    mayDo(session, 'statistics.read', { organisation: controllerId as ControllerId }),
  );
  const typed = Object.fromEntries([...query].map(([name, value]) => [name, value.trim()]));
  const choice = await chooseStatistics(app.database, campaigns, typed, view.today());
  const title = view.t('statistics.title');
  if (!choice) return screen(request, title, <p>{view.t('statistics.noCampaign')}</p>);
  if (typed.as === 'csv') return numbersFile(request, choice);
  const named = campaigns.map(async ({ id, slug }) => [slug, await campaignName(app.database, id, lang)] as const);
  return screen(
    request,
    title,
    <>
      <p className="lead">{view.t('statistics.lead')}</p>
      <ChooseNumbers view={view} choice={choice} campaigns={await Promise.all(named)} />
      {await Numbers(request, choice)}
    </>,
    { wide: true },
  );
}

async function Numbers(request: StaffRequest, choice: Choice) {
  const { app, view } = request;
  const { of, table, month, happening, counted, months } = choice;
  if (!counted || months.length === 0) return <p>{view.t('statistics.never')}</p>;
  const wanted = { of, table, month, wanted: [happening] };
  const shown = await numbersToTell(app.database, wanted, counted.closedOn);
  const rows = await namedRows(request, choice, shown);
  const title = titleOf(request, choice);
  const whole = table === 'happenings' ? undefined : shown.whole.get(happening);
  return (
    <>
      <h2>{title}</h2>
      <p className="q s">{view.t('statistics.counted', { moment: view.moment(counted.countedAt) })}</p>
      {isWaiting(choice) ? (
        <p>{view.t('statistics.waits', { day: view.day(dayAfter(month)) })}</p>
      ) : (
        <Drawn request={request} choice={choice} rows={rows} title={title} whole={whole} />
      )}
    </>
  );
}

interface DrawnProps {
  readonly request: StaffRequest;
  readonly choice: Choice;
  readonly rows: readonly NamedRow[];
  readonly title: string;
  readonly whole: number | undefined;
}

function Drawn({ request: { view }, choice, rows, title, whole }: DrawnProps) {
  const { table, month, counted } = choice;
  const none = whole === undefined && rows.every(({ number }) => number === undefined);
  const running = table === 'days' && !isOver(month, counted?.closedOn ?? '');
  return (
    <>
      {none ? (
        <p>{view.t('statistics.few')}</p>
      ) : (
        <>
          <NumbersChart view={view} title={title} table={table} rows={rows} />
          <NumbersTable view={view} title={title} table={table} rows={rows} whole={whole} />
        </>
      )}
      <p className="q s read">
        {view.t('statistics.fewest')} {running && view.t('statistics.latest')}{' '}
        {choice.happening === 'joined' && view.t('statistics.left')}
      </p>
      <p>
        <a href={fileOf(view.lang, choice)}>{view.t('statistics.csv')}</a>
      </p>
    </>
  );
}

function isWaiting({ table, month, counted }: Choice): boolean {
  return needsWholeMonth(table) && !isOver(month, counted?.closedOn ?? '');
}

function titleOf({ view }: StaffRequest, { table, happening, month }: Choice): string {
  const what =
    table === 'happenings' ? view.t('statistics.by.happenings') : view.t(`statistics.happening.${happening}`);
  const when = capital(view.partialDay(month));
  if (table === 'happenings') return `${capital(what)} · ${when}`;
  const by = view.t(`statistics.by.${table}`);
  return table === 'months' ? `${what} · ${by}` : `${what} · ${by} · ${when}`;
}

function fileOf(lang: StaffRequest['lang'], { campaign, table, month }: Choice): string {
  return statisticsAddresses.statistics(lang, { campaign: campaign.slug, by: table, month, as: 'csv' });
}
