import type { App } from '../http/app.ts';
import { words } from '../locales/words.ts';
import { minuteIn } from '../text/time-zone.ts';
import { giveTurnBack, markMailed, takeTurn, type UnmailedAlert, unmailedAlerts } from './alert-queries.ts';
import { type AlertKind, triesNotMade } from './alerts.ts';
import { sendAutomatic } from './automatic-mail.ts';
import type { MailGateway } from './mail-gateway.ts';

const MOST_READ = 1_000;
const MOST_LISTED = 50;

/**
 * Mails the operator what they were not yet told, at most one mail an hour and kind over all processes. What can't leave is tried
 * again; the log has had it anyway. In a demonstration it stays on this machine with all other mail.
 */
export async function mailAlerts(app: App, post: MailGateway): Promise<void> {
  const kinds = Map.groupBy(await unmailedAlerts(app.database, MOST_READ), ({ kind }) => kind as AlertKind);
  for (const [kind, alerts] of kinds) if (await takeTurn(app.database, kind)) await mailKind(app, post, kind, alerts);
}

async function mailKind(app: App, post: MailGateway, kind: AlertKind, alerts: readonly UnmailedAlert[]): Promise<void> {
  const { operator, OPERATOR_LANG: lang, MAIL_DOMAIN } = app.settings;
  const { t } = words(lang);
  const to = operator?.email ?? `operator@${MAIL_DOMAIN}`;
  const subject = t(`mail.alert.${kind}.title`);
  const { outcome } = await sendAutomatic(app, post, { to, lang, subject, text: textOf(app, kind, alerts) });
  if (outcome === 'deferred' || outcome === 'abandoned') await giveTurnBack(app.database, kind);
  if (outcome === 'accepted' || outcome === 'unknown')
    await markMailed(
      app.database,
      alerts.map(({ id }) => id),
    );
  else app.log.warn({ alert: kind, outcome }, 'an alert could not be mailed; it is tried again');
}

function textOf({ settings }: Pick<App, 'settings'>, kind: AlertKind, alerts: readonly UnmailedAlert[]): string {
  const { t } = words(settings.OPERATOR_LANG);
  const inWords = (detail: string) => {
    const count = triesNotMade(detail);
    return count === undefined ? detail : t('mail.alert.not-made', { count });
  };
  const lines = alerts.slice(0, MOST_LISTED).map(({ subject, detail, raised_at, settled_at }) => {
    const seen = t('mail.alert.seen', {
      at: minuteIn(settings.TIME_ZONE, raised_at),
      subject,
      detail: inWords(detail),
    });
    return settled_at ? t('mail.alert.over', { seen, at: minuteIn(settings.TIME_ZONE, settled_at) }) : seen;
  });
  const count = alerts.length - lines.length;
  const more = count > 0 ? [t('mail.alert.more', { count })] : [];
  const what = t(`mail.alert.${kind}.text`);
  return [[...lines, ...more].join('\n'), what, t('mail.alert.often'), settings.PUBLIC_URL].join('\n\n');
}
