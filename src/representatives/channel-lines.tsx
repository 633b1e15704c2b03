import { mayEver, type Role } from '../accounts/roles.ts';
import type { View } from '../http/view.ts';
import { NetAddress } from '../site/components/net-address.tsx';
import { readableAddress } from '../text/mailbox.ts';
import type { ChannelHealth } from './addressee-screen-queries.ts';
import { reachAddresses } from './addresses.ts';
import { becauseOf } from './office-pauses.tsx';

interface ChannelsProps {
  readonly view: View;
  readonly channels: readonly ChannelHealth[];
  /** Whoever may lift a pause is led to it. */
  readonly role: Role;
}

/** The ways by which somebody is reached, each with how well it works. */
export function Channels({ view, channels, role }: ChannelsProps) {
  const mayLift = mayEver(role, 'representatives.resume');
  return (
    <>
      {!channels.some(({ kind, ended }) => kind === 'email' && !ended) && (
        <p className="note">{view.t('representatives.one.byHand')}</p>
      )}
      <ul className="list">
        {channels.map((channel) => (
          <li key={channel.id}>
            {view.t(`representatives.channel.${channel.kind}`)}{' '}
            {channel.kind === 'email' ? (
              <NetAddress>{readableAddress(channel.value)}</NetAddress>
            ) : (
              <bdi>{channel.value}</bdi>
            )}
            <small>
              {healthOf(view, channel).map((words) => (
                <span className="held" key={words}>
                  {words}
                </span>
              ))}
            </small>
            {!channel.ended && <Paused view={view} channel={channel} mayLift={mayLift} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function healthOf(view: View, { kind, ended, example, daily, refusals, last_handed_over_at }: ChannelHealth): string[] {
  const { t } = view;
  if (ended) return [t('representatives.health.ended')];
  if (kind !== 'email') return [];
  return [
    last_handed_over_at
      ? t('representatives.health.handed', { at: view.moment(last_handed_over_at) })
      : t('representatives.health.never'),
    ...(refusals > 0 ? [t('representatives.health.refusals', { count: refusals })] : []),
    ...(daily ? [t('representatives.health.daily')] : []),
    ...(example ? [t('representatives.health.example')] : []),
  ];
}

/** Each thing that holds it up, and where it can be lifted. */
function Paused({ view, channel, mayLift }: { view: View; channel: ChannelHealth; mayLift: boolean }) {
  const { mailbox, domain, paused_at, paused_because, domain_paused_at } = channel;
  const pauses = [
    ...(mailbox && paused_at
      ? [{ what: mailbox, kind: 'mailbox' as const, at: paused_at, because: paused_because ?? '' }]
      : []),
    ...(domain && domain_paused_at
      ? [{ what: domain, kind: 'domain' as const, at: domain_paused_at, because: '' }]
      : []),
  ];
  return pauses.map(({ what, kind, at, because }) => (
    <p className="note" key={kind}>
      <b>{view.t('representatives.health.paused', { at: view.moment(at) })}</b> {becauseOf(view, { kind, because })}.{' '}
      {mayLift && <a href={reachAddresses.pause(view.lang, what)}>{view.t('representatives.health.look')}</a>}
    </p>
  ));
}
