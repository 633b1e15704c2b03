import type { Lang } from '../config/langs.ts';
import type { Settings } from '../config/settings.ts';
import { words } from '../locales/words.ts';
import type { Controller } from './controllers.ts';

type Operator = Settings['operator'];

/** Whom to write to about what people gave, and where. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** How a controller is reached; undefined for one that nobody is, and while no operator is named. */
export function contactOf({ kind, name, email = '' }: Controller, operator: Operator): Contact | undefined {
  if (kind === 'member') return { name, email };
  return kind === 'operator' && operator ? { name, email: operator.email } : undefined;
}

/** Who keeps the site on which a controller has its campaigns, where that is somebody else. */
export function siteKeeper({ kind }: Controller, operator: Operator): string | undefined {
  return kind === 'member' ? operator?.name : undefined;
}

/** For the end of a campaign's mail: who runs it and answers for people's data, then who keeps the site. */
export function whoAnswers(lang: Lang, controller: Controller, operator: Operator): string {
  const { t } = words(lang);
  const contact = contactOf(controller, operator);
  if (!contact) return t('controllers.nobody');
  const keeper = siteKeeper(controller, operator);
  return [
    t('controllers.runs', { name: contact.name, mail: contact.email }),
    ...(keeper ? [t('controllers.keepsSite', { operator: keeper })] : []),
  ].join(' ');
}

/** For the end of a mail that is of no campaign: who runs the site. */
export function whoRunsSite(lang: Lang, operator: Operator): string {
  return operator?.name ?? words(lang).t('controllers.nobody');
}

/** Through whom a letter goes: the controller, and the site where another keeps it; undefined in a demonstration. */
export function throughWhom(lang: Lang, controller: Controller, operator: Operator): string | undefined {
  if (controller.kind === 'demonstration') return undefined;
  const keeper = siteKeeper(controller, operator);
  return keeper ? words(lang).t('controllers.onSiteOf', { name: controller.name, operator: keeper }) : controller.name;
}
