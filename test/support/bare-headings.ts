const HEADING = /<h([1-6])\b[^>]*>(.*?)<\/h\1>/gs;
const DRAWN = /<(svg|img|form|input|table)\b/;

/** The headings of a page under which nothing stands: neither words nor a drawing or a form, up to the next that is not below them. */
export function bareHeadings(html: string): string[] {
  const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? '';
  const headings = [...main.matchAll(HEADING)].map((found) => ({
    level: Number(found[1]),
    words: wordsOf(found[2] ?? ''),
    from: found.index,
    to: found.index + found[0].length,
  }));
  return headings
    .filter(({ level, to }, at) => {
      const next = headings[at + 1];
      if (next && next.level > level) return false;
      const [below = ''] = main.slice(to, next?.from).split('</section>');
      return !DRAWN.test(below) && wordsOf(below) === '';
    })
    .map(({ words }) => words);
}

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim();
}
