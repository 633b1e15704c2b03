import { direction } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import type { Look } from './read-look.ts';

interface LookProps {
  readonly view: View;
  readonly look: Look;
}

/** Why a person has to look, and what in the letter it was. */
export function WhyHeld({ view, look: { letter, found } }: LookProps) {
  return (
    <>
      <p className="lead">{view.t(`letters.look.because.${letter.because}`)}</p>
      {found && (
        <p>
          {view.rich('letters.look.found', {
            words: (
              <mark>
                <bdi>{found}</bdi>
              </mark>
            ),
          })}
        </p>
      )}
    </>
  );
}

/** Its words, as a stranger wrote them: in their own language and direction, and as nothing but text. */
export function LetterItself({ view, look: { letter, text, writer } }: LookProps) {
  if (!text) return letter.state === 'held' ? <p className="note">{view.t('letters.look.unreadable.hint')}</p> : null;
  return (
    <article aria-labelledby="subject" lang={text.lang} dir={direction(text.lang)} className="their-letter">
      <h2 id="subject">{text.subject}</h2>
      <div className="paper">{text.body}</div>
      {writer && (
        <p className="q s" lang={view.lang} dir={view.dir}>
          {view.rich(writer.locality ? 'letters.look.fromIn' : 'letters.look.from', {
            name: <bdi>{writer.name}</bdi>,
            place: <bdi>{writer.locality}</bdi>,
          })}
        </p>
      )}
    </article>
  );
}

/** To whom, in which campaign, since when. */
export function LetterFacts({ view, look: { letter, campaign, askTitle, addressee, stateName } }: LookProps) {
  const facts = [
    ['to', <bdi key="to">{addressee}</bdi>],
    ['campaign', campaign?.text.name],
    ['onlyAsk', askTitle],
    ['state', stateName],
    ['language', languageName(view.lang, letter.lang)],
    ['mailedIn', letter.writerLang === letter.lang ? undefined : languageName(view.lang, letter.writerLang)],
    ['since', view.moment(letter.since)],
  ] as const;
  return (
    <dl className="details">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{view.t(`letters.look.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
