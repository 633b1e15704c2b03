import { loadContent } from '../src/content.ts';
import { dropCached } from '../src/database/memory-cache.ts';
import type { App } from '../src/http/app.ts';
import { settleControllers } from '../src/settle-controllers.ts';
import { tellContent } from '../src/starting-content/tell.ts';

/** Brings what was changed in content/ to a site that runs, as an upgrade does. @throws what is wrong with it, by file and line */
export async function contentAgain(
  { database, pages, settings }: Pick<App, 'database' | 'pages' | 'settings'>,
  say: (line: string) => void,
): Promise<void> {
  const content = await loadContent(database, settings.TIME_ZONE);
  if (content.wrong) throw new Error(content.wrong.join('\n'));
  await settleControllers(database, settings);
  for (const line of tellContent(content)) say(line);
  // Everything: a change that other processes hear of later is shown by this one at once.
  dropCached();
  pages.drop(undefined);
}
