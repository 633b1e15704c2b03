import type { View } from '../http/view.ts';
import type { Campaign } from './campaign.ts';

/** What the campaign asks of every government, one under each aim. */
export function Demands({ view, campaign }: { view: View; campaign: Campaign }) {
  return (
    <section>
      <h2>{view.t('campaigns.demands')}</h2>
      <ol className="demands">
        {campaign.text.demands.map((demand) => (
          <li key={demand.aim}>
            <h3>{demand.title}</h3>
            <p>{demand.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
