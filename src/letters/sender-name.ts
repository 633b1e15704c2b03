const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How a writer is named beside the campaign: first name and an initial; a name of one word stays whole. */
export function senderName(name: string): string {
  const words = name.split(' ').filter(Boolean);
  const [first = ''] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  const [initial] = last ? segments.segment(last) : [];
  return initial ? `${first} ${initial.segment}.` : first;
}
