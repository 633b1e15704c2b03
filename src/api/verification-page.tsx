import { needsNoGate } from '../publications/needs-no-gate.ts';
import { page } from '../site/page.tsx';
import { apiAddresses } from './addresses.ts';

const KINDS = ['seen', 'computed', 'unchecked'] as const;

/** How sure a fact is, and what its mark means: where the notes beside facts lead. */
export const verificationPage = needsNoGate('what words of the program mean', async ({ view }) =>
  page({
    view,
    title: view.t('api.verification'),
    description: view.t('api.verification.lead'),
    children: (
      <div className="read">
        <h1>{view.t('api.verification')}</h1>
        <p className="lead">{view.t('api.verification.lead')}</p>
        {KINDS.map((kind) => (
          <p key={kind} id={kind}>
            {view.rich(`api.verification.${kind}`, { b: (words) => <b>{words}</b> })}
          </p>
        ))}
        <p>
          {view.t('api.verification.wrong')} <a href={apiAddresses.changes(view.lang)}>{view.t('api.changes.link')}</a>
        </p>
      </div>
    ),
  }),
);
