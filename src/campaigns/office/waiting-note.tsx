import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { Carried } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import { currentOf, newestNumber, type WorkText } from './worded-item.ts';

/** That words wait before readers get them, and for whoever may the button that has them stand there. */
export function WaitingNote({ request: { view, lang, token }, text }: { request: StaffRequest; text: WorkText }) {
  const [current, newest] = [currentOf(text), newestNumber(text)];
  if (current === undefined || current === newest) return null;
  const at = [lang, text.row.slug, text.item.id, text.lang] as const;
  return (
    <div className="note">
      <p>{view.t('campaigns.words.waiting', { newest, current })}</p>
      <p>
        <a href={deskAddresses.version(...at, String(newest), { with: String(current) })}>
          {view.t('campaigns.words.waiting.compare')}
        </a>
      </p>
      {text.may('campaigns.approve') && (
        <OfficeForm
          view={view}
          token={token}
          action={deskAddresses.approve(...at)}
          button={view.t('campaigns.words.approve')}
          outlined
        >
          <Carried values={[['seen', String(newest)]]} />
        </OfficeForm>
      )}
    </div>
  );
}
