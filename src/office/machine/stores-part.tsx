import { type BackupFile, backupFiles } from '../../backup/backup-files.ts';
import { lastBackup } from '../../backup/noted.ts';
import { whereKeysAre } from '../../config/key-file.ts';
import type { TableSize } from '../../database/migration-state.ts';
import type { App } from '../../http/app.ts';
import type { View } from '../../http/view.ts';
import { Detail } from '../parts.tsx';
import { ByCommand, Code, read, Unread } from './machine-parts.tsx';

type BackupsFound = Awaited<ReturnType<typeof readBackups>>;

/** The last that was noted, and what lies here; of each undefined where it could not be read. */
export async function readBackups(app: App) {
  const [noted, here] = await Promise.all([
    read(
      app,
      'backups',
      lastBackup(app.database).then((at) => ({ at })),
    ),
    read(app, 'backup folder', backupFiles(app.settings)),
  ]);
  return { noted, here };
}

export function Backups({ view, backups: { noted, here } }: { view: View; backups: BackupsFound }) {
  return (
    <>
      <h2 id="backups">{view.t('office.machine.backups')}</h2>
      <dl className="details">
        <Detail label={view.t('office.machine.backups.last')}>
          {!noted && <Unread view={view} />}
          {noted &&
            (noted.at ? `${view.moment(noted.at)} (${view.fromNow(noted.at)})` : view.t('office.waits.noBackup'))}
          <ByCommand view={view} command="npm run backup FILE" />
        </Detail>
        <Detail label={view.t('office.machine.backups.here')}>
          <Files view={view} here={here} />
        </Detail>
      </dl>
    </>
  );
}

function Files({ view, here }: { view: View; here: readonly BackupFile[] | undefined }) {
  if (!here) return <Unread view={view} />;
  if (here.length === 0) return <>{view.t('office.machine.backups.none')}</>;
  return (
    <ul className="list">
      {here.map(({ name, at, size }) => (
        <li key={name}>
          <Code>{name}</Code>
          <div className="q s">
            {view.size(size)} · {view.fromNow(at)}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** By what a key is known, which tells nothing of it. */
export function SealingKeys({ view, app: { keys, settings } }: { view: View; app: Pick<App, 'keys' | 'settings'> }) {
  return (
    <>
      <h2 id="keys">{view.t('office.machine.keys')}</h2>
      <p>{view.t('office.machine.keys.text')}</p>
      <dl className="details">
        {keys.available.map(({ number, print }) => (
          <Detail key={number} label={view.t('office.machine.keys.one', { number: String(number) })}>
            <Code>{print}</Code>{' '}
            {view.t(number === keys.current.number ? 'office.machine.keys.seals' : 'office.machine.keys.opens')}
          </Detail>
        ))}
        <Detail label={view.t('office.machine.keys.where')}>
          <Code>{whereKeysAre(settings)}</Code>
          <ByCommand view={view} command="npm run key -- list" />
        </Detail>
      </dl>
    </>
  );
}

/** So many are seen at once; all others unfold. */
const FIRST = 10;

export function Tables({
  view,
  tables,
  bytes,
}: {
  view: View;
  tables: readonly TableSize[] | undefined;
  bytes: number | undefined;
}) {
  return (
    <>
      <h2 id="tables">{view.t('office.machine.tables')}</h2>
      {bytes !== undefined && <p>{view.t('office.machine.tables.whole', { size: view.size(bytes) })}</p>}
      {!tables && <Unread view={view} />}
      {tables && (
        <>
          <SizeTable view={view} tables={tables.slice(0, FIRST)} caption={view.t('office.machine.tables.largest')} />
          <details>
            <summary>{view.t('office.machine.tables.others', { count: Math.max(0, tables.length - FIRST) })}</summary>
            <SizeTable view={view} tables={tables.slice(FIRST)} caption={view.t('office.machine.tables')} />
          </details>
        </>
      )}
    </>
  );
}

function SizeTable({ view, tables, caption }: { view: View; tables: readonly TableSize[]; caption: string }) {
  return (
    <table className="sizes">
      <caption className="a">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{view.t('office.machine.tables.name')}</th>
          <th scope="col" className="num">
            {view.t('office.machine.tables.rows')}
          </th>
          <th scope="col" className="num">
            {view.t('office.machine.tables.size')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ name, rows, bytes }) => (
          <tr key={name}>
            <th scope="row">
              <Code>{name}</Code>
            </th>
            <td className="num">{rows === undefined ? '–' : view.number(Math.round(rows))}</td>
            <td className="num">{view.size(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
