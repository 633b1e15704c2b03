import { contactOf, siteKeeper } from '../controllers/who-answers.ts';
import type { Asking, Panel, PanelContexts } from '../http/panels.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { MailLink } from '../site/components/net-address.tsx';
import { campaignsShownInAnyLanguage } from './campaigns.ts';

/** On the page about people's data: the members who answer for campaigns of their own. Who has none that is shown is not told. */
export const membersAnswering: Panel<PanelContexts['privacy']> = {
  bytes: 4_000,
  tags: ['campaigns'],
  show: fromVisible(
    ({ app }: Asking) => campaignsShownInAnyLanguage(app.database),
    ({ open, closed }, { view }) => {
      const members = [...open, ...closed].map(({ controller }) => controller).filter(({ kind }) => kind === 'member');
      const each = [...new Map(members.map((member) => [member.id, member])).values()];
      if (each.length === 0) return undefined;
      return (
        <>
          {each.map((member) => {
            const { name = '', email = '' } = contactOf(member, view.operator) ?? {};
            const said = { name: <bdi>{name}</bdi>, mail: <MailLink to={email} /> };
            const operator = siteKeeper(member, view.operator);
            return (
              <p className="read" key={member.id}>
                {operator
                  ? view.rich('site.privacy.who.member', { ...said, operator })
                  : view.rich('site.privacy.who.memberAlone', said)}
              </p>
            );
          })}
        </>
      );
    },
  ),
};
