import { whyMailStays } from '../../config/mail-stays.ts';
import type { Settings } from '../../config/settings.ts';
import type { App } from '../../http/app.ts';
import type { View } from '../../http/view.ts';
import { lastRefusal } from '../../mail/alerts.ts';
import type { LastReply } from '../../mail/last-replies.ts';
import { findMailRecords, type MailRecord } from '../../mail/mail-records.ts';
import { countUnread, lastReturned } from '../../mail/returned-mails.ts';
import { Detail } from '../parts.tsx';
import { ByCommand, Code, read, Unread } from './machine-parts.tsx';

type Mail = Awaited<ReturnType<typeof readMail>>;

/** What is known of mail out and back; of each part undefined where it could not be read. */
export async function readMail(app: App) {
  const { database, settings, handed } = app;
  const replies = async () => (await Promise.all(handed.lastReplies.map((ask) => ask(database)))).flat();
  const returned = async () => {
    const [unread, last] = await Promise.all([countUnread(database), lastReturned(database)]);
    return { unread, last };
  };
  const [records, said, refused, back] = await Promise.all([
    read(app, 'records', findMailRecords(settings)),
    read(app, 'replies', replies()),
    read(
      app,
      'refusal',
      lastRefusal(database).then((alert) => ({ alert })),
    ),
    read(app, 'returned', returned()),
  ]);
  return { records, said, refused, back };
}

export function MachineMail({ view, settings, mail }: { view: View; settings: Settings; mail: Mail }) {
  const { SMTP_URL, BOUNCE_PORT, BOUNCE_HOST } = settings;
  const stays = whyMailStays(settings);
  const { refused, said, back } = mail;
  return (
    <>
      <h2 id="mail">{view.t('office.machine.mail')}</h2>
      <dl className="details">
        <Detail label={view.t('office.machine.mail.out')}>
          {stays || !SMTP_URL
            ? view.t(`office.machine.stays.${stays ?? 'no-server'}`)
            : view.t('office.machine.mail.by', { relay: `\u2066${new URL(SMTP_URL).host}\u2069` })}
          <ByCommand view={view} command="npm run check -- mail ADDRESS" />
        </Detail>
        <Detail label={view.t('office.machine.mail.refused')}>
          <LastRefusal view={view} refused={refused} />
        </Detail>
        <Detail label={view.t('office.machine.mail.replies')}>
          {!said && <Unread view={view} />}
          {said?.length === 0 && view.t('office.machine.mail.noReplies')}
          {said && said.length > 0 && <Replies view={view} replies={said} />}
        </Detail>
        <Detail label={view.t('office.machine.mail.back')}>
          {BOUNCE_PORT === undefined
            ? view.t('office.machine.mail.noListener')
            : view.t('office.machine.mail.listener', { at: `\u2066${BOUNCE_HOST}:${BOUNCE_PORT}\u2069` })}
          {back ? (
            <p>
              {back.last
                ? view.t('office.machine.mail.returned', { count: back.unread.count, at: view.moment(back.last) })
                : view.t('office.machine.mail.noReturned')}
            </p>
          ) : (
            <Unread view={view} />
          )}
        </Detail>
        <Records view={view} records={mail.records} signs={settings.DKIM_SELECTOR !== undefined} />
      </dl>
    </>
  );
}

function LastRefusal({ view, refused }: { view: View; refused: Mail['refused'] }) {
  if (!refused) return <Unread view={view} />;
  const { alert } = refused;
  if (!alert) return <>{view.t('office.machine.mail.neverRefused')}</>;
  return (
    <>
      {view.moment(alert.at)} {view.t(alert.settledAt ? 'office.machine.mail.over' : 'office.machine.mail.stands')}
      <br />
      <Code>{alert.says}</Code>
    </>
  );
}

function Replies({ view, replies }: { view: View; replies: readonly LastReply[] }) {
  return (
    <ul className="list">
      {replies.map(({ at, says }, index) => (
        <li key={index}>
          <Code>{says}</Code> <span className="q s">{view.moment(at)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What receivers find out of who we are. */
function Records({ view, records, signs }: { view: View; records: readonly MailRecord[] | undefined; signs: boolean }) {
  if (!records?.length)
    return (
      <Detail label={view.t('office.machine.records')}>
        {records ? view.t('office.machine.records.reserved') : <Unread view={view} />}
      </Detail>
    );
  return (
    <>
      {records.map(({ kind, name, is, says }) => (
        <Detail key={kind} label={view.t('office.machine.record', { kind: kind.toUpperCase() })}>
          <Code>{name}</Code>
          {is !== 'found' && <p>{view.t(`office.machine.record.${is}`)}</p>}
          {says.map((one) => (
            <p key={one}>
              <Code>{one}</Code>
            </p>
          ))}
        </Detail>
      ))}
      {!signs && (
        <Detail label={view.t('office.machine.record', { kind: 'DKIM' })}>
          {view.t('office.machine.why.unsigned')}
        </Detail>
      )}
    </>
  );
}
