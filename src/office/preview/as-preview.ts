import { attribute, type Tag, tagsIn, withAttribute, withoutAttribute } from '../html-tags.ts';

interface How {
  /** Where a path of the site leads within the preview; undefined: nowhere. */
  readonly within: (path: string) => string | undefined;
  /** What stands over the header of the page. */
  readonly banner: string;
  /** What stands first in each form. */
  readonly inForms: string;
}

/** A finished page of the site, whose links stay in the preview or lead nowhere, and whose forms do nothing. @param html as we render it */
export function asPreview(html: string, how: How): string {
  let at = 0;
  let made = '';
  for (const tag of tagsIn(html)) {
    if (tag.start < at) continue;
    made += html.slice(at, tag.start) + changed(tag, how);
    at = tag.end;
  }
  return made + html.slice(at);
}

function changed({ name, text }: Tag, { within, banner, inForms }: How): string {
  switch (name) {
    case 'header':
      return banner + text;
    case 'a':
      return link(text, within);
    case 'form':
      // Outside of a dialog a form of one does nothing (HTML, 4.10.22.3); the policy of the page lets none be sent either.
      return withAttribute(withoutAttribute(withoutAttribute(text, 'action'), 'method'), 'method', 'dialog') + inForms;
    case 'button':
    case 'input':
      return withoutAttribute(text, 'formaction');
    default:
      return text;
  }
}

function link(tag: string, within: How['within']): string {
  const to = attribute(tag, 'href');
  if (to === undefined || to.startsWith('#')) return tag;
  const stays = to.startsWith('/') ? within(to) : undefined;
  return stays === undefined ? withoutAttribute(tag, 'href') : withAttribute(tag, 'href', stays);
}
