import { inLanguage } from '../http/address.ts';
import type { PageAnswer } from '../http/answer.ts';
import { type Form, PROOF, SPEAK } from '../http/fields.ts';
import type { ProofRequest } from '../http/proof-of-work.ts';
import type { SiteRequest } from '../http/request.ts';
import { ProofOfWork } from './components/challenge.tsx';
import { Carried, OnlyHere } from './components/form.tsx';
import { quietPage } from './page.tsx';

const RETRY_AFTER = 180;

/**
 * A busy network sent a form: it waits here with everything typed, until it comes back with a proof of work or the allowance has
 * refilled.
 */
export function busyPage(
  { view, form }: Pick<SiteRequest, 'view' | 'form'>,
  proof: ProofRequest,
  { fields: declared }: Pick<Form, 'fields'>,
): PageAnswer {
  const fields = [...form].filter(([name]) => name !== PROOF && name !== SPEAK);
  return quietPage(
    view,
    view.t('site.error.429.title'),
    <>
      <OnlyHere view={view} />
      <form id="typed" method="post" action={inLanguage(view.lang, view.path)}>
        <ProofOfWork view={view} proof={proof} />
        <Carried values={fields} />
        <button className="go" type="submit">
          {view.t('site.tryAgain.button')}
        </button>
      </form>
    </>,
    { status: 429, retryAfter: RETRY_AFTER, form: declared[SPEAK] && { id: 'typed' } },
  );
}
