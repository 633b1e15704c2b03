import type { Campaign } from '../campaigns/campaign.ts';
import { mosaicWith } from '../campaigns/mosaic.ts';
import type { View } from '../http/view.ts';
import { whoseSite } from '../site/components/header.tsx';
import { Ring } from '../site/components/ring.tsx';
import { shareCard } from '../site/drawings/share-card.ts';
import { stateInSentence } from '../states/state-in-sentence.ts';
import { stateName } from '../states/state-names.ts';
import type { State } from '../states/states.ts';
import type { Action } from './action.ts';

interface Props {
  readonly view: View;
  readonly action: Action;
  /** The one that somebody takes part from. */
  readonly state: State | undefined;
}

/** A supporter's own piece among those of all who joined, and the picture of it, theirs to share. */
export function YourPiece({ view, action, state, people, picture }: Props & { people: number; picture: string }) {
  const count = Math.max(1, people);
  return (
    <figure className="piece">
      <Ring {...mosaicWith(count, ownNumber(action))} label={view.t('actions.piece.drawn')} />
      <figcaption>
        {state && (
          <p className="lead">{view.t('actions.piece.text', { count, ...stateInSentence(view.lang, state) })}</p>
        )}
        <p>
          <a href={picture} download="my-piece.png">
            {view.t('actions.piece.picture')}
          </a>
        </p>
      </figcaption>
    </figure>
  );
}

/** The same to share, in the reader's language, with no name on it. @returns XML */
export function pieceCard({ view, action, state }: Props, { text }: Campaign): string {
  return shareCard({
    title: view.t('actions.piece.mine'),
    text: `${nameOf(view, state)} · ${text.name}`,
    by: whoseSite(view),
    rtl: view.dir === 'rtl',
    own: ownNumber(action),
  });
}

function nameOf(view: View, state: State | undefined): string {
  return state ? stateName(view.lang, state) : '';
}

/** Ever the same for the same person; says nothing of them. */
function ownNumber({ supporterKey }: Action): number {
  return supporterKey.readUInt32BE(0);
}
