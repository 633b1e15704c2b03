import { checkSettings } from '../../config/going-live.ts';
import type { Settings } from '../../config/settings.ts';
import { type ShownSetting, shownSettings } from '../../config/shown-settings.ts';
import type { View } from '../../http/view.ts';
import { ByCommand, Code } from './machine-parts.tsx';

/** Every setting as it was read, without secrets; before that what is wrong with them. */
export function MachineSettings({ view, settings }: { view: View; settings: Settings }) {
  const wrong = checkSettings(settings).filter(({ is }) => is !== 'set');
  return (
    <>
      <h2 id="settings">{view.t('office.machine.settings')}</h2>
      <p>{view.t('office.machine.settings.text')}</p>
      {wrong.length === 0 && <p>{view.t('office.machine.wrong.none')}</p>}
      {wrong.length > 0 && (
        <dl className="details">
          {wrong.map(({ setting, is, why }) => (
            <div key={setting} className={is === 'missing' ? 'lacks' : undefined}>
              <dt>
                <Code>{setting}</Code> {view.t(is === 'missing' ? 'office.machine.missing' : 'office.machine.advised')}
              </dt>
              <dd>{why && view.t(`office.machine.why.${why}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <ByCommand view={view} command="npm run check -- live" />
      <details>
        <summary>{view.t('office.machine.settings.all')}</summary>
        <dl className="details">
          {shownSettings(settings).map((one) => (
            <div key={one.name}>
              <dt>
                <Code>{one.name}</Code>
              </dt>
              <dd>
                <Value view={view} setting={one} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Value({ view, setting: { value, secret } }: { view: View; setting: ShownSetting }) {
  if (value !== undefined) return <bdi>{value}</bdi>;
  return <span className="q">{view.t(secret ? 'office.machine.secret' : 'office.machine.unset')}</span>;
}
