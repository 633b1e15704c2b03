import type { Controller } from '../controllers/controllers.ts';
import { contactOf, siteKeeper } from '../controllers/who-answers.ts';
import type { View } from '../http/view.ts';
import { MailLink } from './components/net-address.tsx';

interface Props {
  readonly view: View;
  /** Whose page it is; the site's own, where it is left out. */
  readonly controller: Controller | undefined;
}

/** Who runs what a page is of and answers for people's data, first; then who keeps the site, where that is another. */
export function WhoRuns({ view, controller }: Props) {
  const contact = controller && contactOf(controller, view.operator);
  if (!contact) return <RunBy view={view} />;
  const keeper = siteKeeper(controller, view.operator);
  return (
    <>
      {view.rich('controllers.runs', { name: <bdi>{contact.name}</bdi>, mail: <MailLink to={contact.email} /> })}
      {controller.kind === 'member' && (
        <>
          <br />
          {keeper ? view.rich('controllers.keepsSite', { operator: <bdi>{keeper}</bdi> }) : view.t('site.runByNobody')}
        </>
      )}
    </>
  );
}

function RunBy({ view }: Pick<Props, 'view'>) {
  const { operator } = view;
  if (!operator) return view.t('site.runByNobody');
  return view.rich('site.runBy', { name: <bdi>{operator.name}</bdi>, mail: <MailLink to={operator.email} /> });
}
