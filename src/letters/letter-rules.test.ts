import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AskFacts, AskText } from '../campaigns/campaign-text.ts';
import { type Lang, langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { finishLetter, placeholder, prepareLetter } from './compose.ts';
import { screen } from './screening.ts';

const kenya = { iso2: 'KE', iso3: 'KEN' };

const folder = join(root, 'content/campaigns/united-by-common-bonds/asks/general');
const askIn = (lang: Lang) => AskText.parse(JSON.parse(readFileSync(join(folder, `${lang}.json`), 'utf8')));
const { defaults } = AskFacts.parse(JSON.parse(readFileSync(join(folder, 'ask.json'), 'utf8')));
const minister = { office: 'foreign-minister' as const, role: null, name: null };
const deputy = { office: null, role: 'Deputy', name: 'N’Golo de la Muestra' };
const writer = { name: 'Amina K.', why: 'My uncle never came home.' };

describe.each(langs)('a letter in %s', (lang) => {
  const ask = askIn(lang);
  const prepared = prepareLetter(lang, ask, defaults, [minister], kenya);

  it('greets its one addressee already, and leaves room for the writer', () => {
    expect(prepared.body).not.toContain(placeholder(lang, 'salutation'));
    expect(prepared.body).toContain(placeholder(lang, 'name'));
    expect(prepared.body.length).toBeLessThan(2_500);
  });

  it('greets each of several addressees in their own way', () => {
    const shared = prepareLetter(lang, ask, defaults, [minister, deputy], kenya);
    expect(shared.body).toContain(placeholder(lang, 'salutation'));
    expect(finishLetter(lang, shared, deputy, writer).body).toContain(deputy.name);
    expect(finishLetter(lang, shared, minister, writer).body).not.toContain(deputy.name);
  });

  it('leaves out a title that is known in no language of ours, and what leads to it', () => {
    const reeve = { office: null, role: 'Reeve of the Port', name: 'Ann Last' };
    for (const addressees of [[reeve], [reeve, minister]]) {
      const { body } = finishLetter(lang, prepareLetter(lang, ask, defaults, addressees, kenya), reeve, writer);
      const opening = ask.opening.slice(0, ask.opening.indexOf('{role}')).split(' ').slice(0, 2).join(' ');
      expect(body).toContain(opening);
      expect(body).not.toMatch(/Reeve|\(\)|\[|en votre qualité|en su calidad|بصفتكم| as [,.]/);
    }
  });

  it('is finished without a bracket left', () => {
    const { body } = finishLetter(lang, prepared, minister, writer);
    expect(body).not.toMatch(/[[\]{}]/);
    expect(body).toContain(writer.why);
    expect(body.trimEnd().endsWith(writer.name)).toBe(true);
  });

  it('keeps the arguments in the writer’s order', () => {
    const turned = prepareLetter(lang, ask, ['peace', 'victims'], [minister], kenya).body;
    const [first, second] = ['peace', 'victims'].map((id) =>
      turned.indexOf(ask.arguments.find((argument) => argument.id === id)?.text ?? '?'),
    );
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first ?? 0);
  });

  it('may leave as prepared, and with a page of the writer’s own words', () => {
    const finished = finishLetter(lang, prepared, minister, writer);
    expect(screen(finished, ask)).toBeUndefined();
    expect(
      screen({ ...finished, body: `${finished.body}\n\n${'I have seen this with my own eyes. '.repeat(40)}` }, ask),
    ).toBeUndefined();
  });

  it('waits for a person’s look when little of the campaign is left in it', () => {
    expect(
      screen({ subject: ask.subject, body: 'Please lower my taxes. The road in our street is broken.' }, ask),
    ).toBe('unlike-campaign');
  });

  it.each(['see https://site.example', 'www.site.example', 'win at casino.com', 'mail me: a@b.example', '<b>now</b>'])(
    'waits for a look when it says %j',
    (words) => {
      const finished = finishLetter(lang, prepared, minister, { ...writer, why: words });
      expect(screen(finished, ask)).toBe('link');
    },
  );
});

describe('a threat', () => {
  it.each([
    ['en', 'We KNOW where you live!'],
    ['fr', 'On sait où vous habitez.'],
    ['es', 'Sabemos dónde vive usted'],
    ['ar', 'نحن نعرف أين تسكن'],
  ] as const)('waits for a person’s look in %s', (lang, why) => {
    const finished = finishLetter(lang, prepareLetter(lang, askIn(lang), defaults, [minister], kenya), minister, {
      name: 'A',
      why,
    });
    expect(screen(finished, askIn(lang))).toBe('threat');
  });

  it('is not seen where somebody tells of killings', () => {
    const why = 'They killed my brother and burned our village. He will not come back.';
    const finished = finishLetter('en', prepareLetter('en', askIn('en'), defaults, [minister], kenya), minister, {
      name: 'A',
      why,
    });
    expect(screen(finished, askIn('en'))).toBeUndefined();
  });
});

describe('what a writer types', () => {
  const prepared = prepareLetter('en', askIn('en'), defaults, [minister], kenya);

  it.each([
    ['the place', (body: string) => body.replace(placeholder('en', 'why'), '')],
    [
      'the place and the name',
      (body: string) => body.replace(placeholder('en', 'why'), '').replace('[your name]', 'Amina K.'),
    ],
    [
      'all but two sentences',
      () =>
        'Dear Minister,\n\nPlease act, and tell us what you will do about this in the months to come.\n\nYours,\n\nAmina',
    ],
  ])('stands before the end also where %s was deleted', (_, change) => {
    const closing = askIn('en').closing;
    const { body } = finishLetter('en', { ...prepared, body: change(prepared.body) }, minister, writer, closing);
    const after = body.slice(body.indexOf(writer.why) + writer.why.length).trim();
    expect(body.indexOf(writer.why)).toBeGreaterThan(0);
    expect([`${closing}\n\n${writer.name}`, 'Yours,\n\nAmina']).toContain(after);
  });

  it('means only itself where it is filled in', () => {
    const why = "It cost $$5 and $& and $` and $' and [your name].";
    const { body } = finishLetter('en', prepared, minister, { ...writer, why });
    expect(body).toContain(why);
  });

  it('stands once, however often a place was left for it', () => {
    const many = { ...prepared, body: placeholder('en', 'why').repeat(300) + placeholder('en', 'name').repeat(300) };
    const { body } = finishLetter('en', many, minister, writer);
    expect(body).toBe(writer.why + writer.name.repeat(5));
  });

  it('is looked through however long one word of it is', () => {
    const finished = finishLetter('en', prepared, minister, { ...writer, why: 'a-'.repeat(100_000) });
    expect(screen(finished, askIn('en'))).toBeUndefined();
  });

  it.each([
    'evil．com',
    'evil。com',
    'see evil.africa/now',
    'youtu.be/abc',
    't.co/abc',
    'see mysite.ke today',
    'EVIL.COM',
  ])('is a link also as %j', (why) => {
    expect(screen(finishLetter('en', prepared, minister, { ...writer, why }), askIn('en'))).toBe('link');
  });

  it.each([
    'They fled to the Congo.In 2003 my uncle died.',
    'Justice.It matters.Co-operate.',
    'my brother.he was 12',
    'At 9 a.m. on 3.5.2004',
  ])('is no link where only a space is missing: %j', (why) => {
    expect(screen(finishLetter('en', prepared, minister, { ...writer, why }), askIn('en'))).toBeUndefined();
  });

  it('is looked through for threats in any language', () => {
    const finished = finishLetter('en', prepared, minister, { ...writer, why: 'On sait où vous habitez.' });
    expect(screen(finished, askIn('en'))).toBe('threat');
  });

  it('is looked through in the name and the place too', () => {
    const finished = finishLetter('en', prepared, minister, writer);
    expect(screen(finished, askIn('en'), ['Amina', 'visit evil.com now'])).toBe('link');
  });
});
