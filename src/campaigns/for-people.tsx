import type { View } from '../http/view.ts';
import { recordAddresses } from '../record/addresses.ts';
import { SceneDrawing } from '../site/components/scene.tsx';

/** Rome Statute, art. 68(3) on taking part, art. 68(1) on protection, art. 75(1) on reparations. */
const rights = ['heard', 'safe', 'again'] as const;

/** What the Court's work means to the people it is for, in pictures and by what its treaty gives them. */
export function ForPeople({ view }: { view: View }) {
  return (
    <section>
      <h2>{view.t('campaigns.people')}</h2>
      <ul className="cols scenes">
        {rights.map((right) => (
          <li key={right}>
            <SceneDrawing scene={right} />
            <h3>{view.t(`campaigns.people.${right}.title`)}</h3>
            <p>{view.t(`campaigns.people.${right}`)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={recordAddresses.victims(view.lang)}>{view.t('campaigns.people.more')}</a>
      </p>
    </section>
  );
}
