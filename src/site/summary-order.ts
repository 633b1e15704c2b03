/** Where the list of what is wrong begins in a finished page. */
const LIST = '<ul class="wrongs">';

/**
 * A page whose summary of what is wrong leads from field to field down the page, in whatever order it was found.
 * @param html a page, finished but for its styles
 */
export function withSummaryInOrder(html: string): string {
  if (!html.includes(LIST)) return html;
  const [before = '', ...lists] = html.split(LIST);
  return [before, ...lists.map((list) => inOrder(list, html))].join(LIST);
}

/** @param list what follows the beginning of a list */
function inOrder(list: string, html: string): string {
  const end = list.indexOf('</ul>');
  const items = list.slice(0, end).split('<li>').slice(1);
  const placed = items.map((item) => ({ item, place: html.indexOf(` id="${fieldOf(item)}"`) }));
  return placed
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => `<li>${item}`)
    .join('')
    .concat(list.slice(end));
}

function fieldOf(item: string): string {
  const start = item.indexOf('href="#') + 'href="#'.length;
  return item.slice(start, item.indexOf('"', start));
}
