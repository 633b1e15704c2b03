import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../locales/catalogues.ts';

/** What screens of the office say, by the first part of its key; all of the office's own. */
const ofOffice: Readonly<Record<string, RegExp>> = {
  office: /^/,
  campaigns: /^(desk|words|wrong|group|say|versions?|settings|meanwhile|condition)(\.|$)/,
  letters: /^(look|decided|waits)(\.|$)/,
  representatives: /^(requests|pauses|paused|list|one|health|edit|add|import|standing)(\.|$)/,
  states: /^(risks?|judge|judgements)(\.|$)/,
  supporters: /^(people|erasures?|proof)(\.|$)/,
};

/** What means several people who are spoken to; “court” and “how many” end alike. */
const theirs = /(?<!\p{L})(?!(?:و?كم|\p{L}*حكم|\p{L}*محاكم)(?!\p{L}))\p{L}+(?:كم|[بفدلن]تم)(?!\p{L})/u;
/** What they are told to do. */
const told = /(?<!\p{L})و?(?:اختاروا|اكتبوا|انظروا|اذكروا|اختصروا|راجعوا|ارفضوا|احفظوا|الصقوا|ارجعوا|افتحوا)(?!\p{L})/u;
const toSeveral = (message: string) => theirs.test(message) || told.test(message);

describe('in Arabic the office speaks to one colleague, as docs/glossary.md says', () => {
  it.each(Object.entries(ofOffice))('in the words of %s', (room, keys) => {
    const said = [...catalogueOf(room, 'ar')].filter(([key]) => keys.test(key));
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter(([, message]) => toSeveral(message))).toEqual([]);
  });

  it('and pages for everybody to several', () => {
    const words = catalogueOf('letters', 'ar');
    expect(['wrong.body', 'wrong.name', 'warn.nobody'].map((key) => toSeveral(words.get(key) ?? ''))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
