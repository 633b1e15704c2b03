import { NotFoundError } from '../http/answer.ts';
import { csvLines } from '../text/csv-lines.ts';
import { dropJobs, type FailedJob, failedJobs, failedJobsNamed, retryJobs } from '../work/failed-jobs.ts';
import { officeAddresses } from './addresses.ts';
import type { DeedOnSeveral, OfficeList } from './list/office-list.ts';
import { SeveralLinks } from './list/several.tsx';
import type { StaffRequest } from './office-route.ts';
import { Detail } from './parts.tsx';
import { screen } from './screen.tsx';

const deeds: readonly DeedOnSeveral[] = [
  {
    name: 'again',
    who: 'machine.read',
    label: 'office.jobs.again',
    title: 'office.jobs.again.title',
    text: 'office.jobs.again.text',
    button: 'office.jobs.again.title',
    done: 'office.jobs.again.done',
    run: ({ app, session }, ids) => retryJobs(app.database, ids, session.actor_id),
  },
  {
    name: 'drop',
    who: 'machine.read',
    label: 'office.jobs.drop',
    title: 'office.jobs.drop.title',
    text: 'office.jobs.drop.text',
    button: 'office.jobs.drop.title',
    done: 'office.jobs.drop.done',
    destroys: true,
    run: ({ app, session }, ids) => dropJobs(app.database, ids, session.actor_id),
  },
];

/** Jobs that were tried as often as they may be. */
export const jobList: OfficeList<FailedJob, Record<never, never>, 'at'> = {
  address: officeAddresses.jobs,
  who: 'machine.read',
  title: 'office.jobs',
  lead: 'office.jobs.lead',
  empty: 'office.jobs.empty',
  filters: {},
  sorts: { at: 'moment' },
  first: { sort: 'at', descending: true },
  id: 'bigint',
  rows: ({ app }, { slice }) => failedJobs(app.database, slice),
  columns: [
    {
      label: 'office.jobs.name',
      cell: ({ name }) => <bdi dir="ltr">{name}</bdi>,
      link: ({ id }, lang) => officeAddresses.job(lang, id),
    },
    { label: 'office.jobs.attempts', cell: ({ attempts }, view) => view.number(attempts) },
    { label: 'office.jobs.at', sort: 'at', cell: ({ at }, view) => view.moment(at) },
  ],
  csv: {
    name: 'failed-jobs',
    head: csvLines([['id', 'name', 'attempts', 'last_tried_at']]),
    line: ({ id, name, attempts, at }) => csvLines([[id, name, attempts, at.toISOString()]]),
  },
  several: { named: ({ app }, ids) => failedJobsNamed(app.database, ids), deeds },
};

/** One of them, with what can be done about it. */
export async function jobPage(request: StaffRequest) {
  const { app, view, params } = request;
  const [job] = await failedJobsNamed(app.database, [params.id ?? '']);
  if (!job) throw new NotFoundError('a failed job');
  return screen(
    request,
    job.name,
    <>
      <dl className="details">
        <Detail label={view.t('office.jobs.attempts')}>{view.number(job.attempts)}</Detail>
        <Detail label={view.t('office.jobs.at')}>{view.moment(job.at)}</Detail>
      </dl>
      <SeveralLinks list={jobList} deeds={deeds} request={request} id={job.id} />
    </>,
  );
}
