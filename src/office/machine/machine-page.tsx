import { version } from '../../config/version.ts';
import { databaseSize, type MigrationState, migrationState, tableSizes } from '../../database/migration-state.ts';
import type { View } from '../../http/view.ts';
import { countFailedJobs } from '../../work/failed-jobs.ts';
import { officeAddresses } from '../addresses.ts';
import type { StaffRequest } from '../office-route.ts';
import { Detail } from '../parts.tsx';
import { screen } from '../screen.tsx';
import { ByCommand, Code, read, Unread } from './machine-parts.tsx';
import { MachineMail, readMail } from './mail-part.tsx';
import { MachineSettings } from './settings-part.tsx';
import { Backups, readBackups, SealingKeys, Tables } from './stores-part.tsx';

/** What runs here, how it is set, and what is wrong with it; no part waits longer for what it asks than the others can. */
export async function machinePage(request: StaffRequest) {
  const { app, view } = request;
  const { database, settings } = app;
  const [migrations, jobs, tables, whole, mail, backups] = await Promise.all([
    read(app, 'migrations', migrationState(database)),
    read(app, 'jobs', countFailedJobs(database)),
    read(app, 'tables', tableSizes(database)),
    read(app, 'database', databaseSize(database)),
    readMail(app),
    readBackups(app),
  ]);
  return screen(
    request,
    view.t('office.machine'),
    <>
      <p className="lead">{view.t('office.machine.lead')}</p>
      <dl className="details">
        <Detail label={view.t('office.machine.version')}>
          <Code>{version}</Code>
        </Detail>
        <Detail label={view.t('office.machine.server')}>
          {whole ? <Code>{whole.server}</Code> : <Unread view={view} />}
        </Detail>
        <Detail label={view.t('office.machine.migrations')}>
          {migrations ? <Migrations view={view} state={migrations} /> : <Unread view={view} />}
        </Detail>
        <Detail label={view.t('office.machine.jobs')}>
          {jobs ? (
            <a href={officeAddresses.jobs(view.lang)}>{view.t('office.machine.jobs.failed', { count: jobs.count })}</a>
          ) : (
            <Unread view={view} />
          )}
        </Detail>
      </dl>
      <MachineSettings view={view} settings={settings} />
      <MachineMail view={view} settings={settings} mail={mail} />
      <Backups view={view} backups={backups} />
      <SealingKeys view={view} app={app} />
      <Tables view={view} tables={tables} bytes={whole?.bytes} />
    </>,
  );
}

function Migrations({ view, state: { applied, missing, unknown } }: { view: View; state: MigrationState }) {
  const last = applied.reduce((latest, { applied_at }) => Math.max(latest, applied_at.getTime()), 0);
  return (
    <>
      {missing.length === 0 && unknown.length === 0 && (
        <p>{view.t('office.machine.migrations.all', { count: applied.length, at: view.moment(new Date(last)) })}</p>
      )}
      {unknown.length > 0 && <p>{view.t('office.machine.migrations.newer')}</p>}
      {missing.length > 0 && (
        <>
          <p>{view.t('office.machine.migrations.missing', { count: missing.length })}</p>
          <ByCommand view={view} command="npm run migrate" />
        </>
      )}
      <Names names={[...missing, ...unknown]} />
    </>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return names.length === 0 ? null : (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <Code>{name}</Code>
        </li>
      ))}
    </ul>
  );
}
