import { type ComponentChildren, createContext } from 'preact';
import type { View } from '../../http/view.ts';
import { Carried } from '../../site/components/form.tsx';
import { officeAddresses } from '../addresses.ts';
import { COPY, type CopiedForm } from './copied-form.ts';

/** The form of this page of which a working copy is copied. */
export const Copied = createContext<CopiedForm | undefined>(undefined);

/** A form, copied while somebody types where its page says so; a script does it, and says what became of it. */
export function CopiedWhileTyped({
  view,
  action,
  children,
}: {
  view: View;
  action: string;
  children: ComponentChildren;
}) {
  return (
    <Copied.Consumer>
      {(copied) =>
        copied?.action !== action ? (
          children
        ) : (
          <working-copy
            data-to={officeAddresses.keepTyped(view.lang)}
            data-version={copied.version}
            data-failed={view.t('office.copy.failed')}
          >
            {children}
            <p role="status" className="q s" />
          </working-copy>
        )
      }
    </Copied.Consumer>
  );
}

/** Says in a form that came back from which working copy it goes on. */
export function GoesOnFrom({ action }: { action: string }) {
  return (
    <Copied.Consumer>
      {(copied) => copied?.action === action && copied.mark !== '' && <Carried values={[[COPY, copied.mark]]} />}
    </Copied.Consumer>
  );
}
