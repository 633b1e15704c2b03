import type { CopyThere } from '../../accounts/working-copies.ts';
import { officeAddresses } from '../addresses.ts';
import type { OfficeRequest } from '../office-route.ts';
import { OfficeForm } from '../parts.tsx';
import { Copied } from './copied-while-typed.tsx';

interface NoteProps {
  readonly request: OfficeRequest;
  readonly waiting: CopyThere;
  /** Of its item, now. */
  readonly version: string;
}

/** On the page of a form: that something was typed into it and not saved. */
export function CopyNote({ request, waiting, version }: NoteProps) {
  const { view, lang } = request;
  return (
    <div className="note" role="status">
      <p>{view.t('office.copy.there', { at: view.moment(waiting.typedAt) })}</p>
      {waiting.version !== version && <p>{view.t('office.copy.moved')}</p>}
      <p className="row">
        <a className="go" href={officeAddresses.copy(lang, waiting.id)}>
          {view.t('office.copy.goOn')}
        </a>
      </p>
      <ThrowAway request={request} copy={waiting} />
    </div>
  );
}

/** On the page of a form that is filled with a working copy: that nothing of it is saved yet. */
export function CopyGoesOn({ request, copy }: { request: OfficeRequest; copy: CopyThere }) {
  const { view } = request;
  return (
    <div className="note" role="status">
      <p>{view.t('office.copy.this', { at: view.moment(copy.typedAt) })}</p>
      <Copied.Consumer>
        {(copied) => copied?.stands !== copied?.version && <p>{view.t('office.copy.moved')}</p>}
      </Copied.Consumer>
      <ThrowAway request={request} copy={copy} />
    </div>
  );
}

function ThrowAway({ request: { view, lang, token }, copy }: { request: OfficeRequest; copy: CopyThere }) {
  return (
    <OfficeForm
      view={view}
      token={token}
      action={officeAddresses.throwCopyAway(lang, copy.id)}
      button={view.t('office.copy.away')}
      outlined
    />
  );
}
