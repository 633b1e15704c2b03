import type { View } from '../http/view.ts';
import { siteAddresses } from '../site/addresses.ts';
import { CopyButton } from '../site/components/copy-button.tsx';
import { steadyNumbers } from '../site/drawings/strip.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';

interface Part {
  readonly view: View;
  readonly campaign: Campaign;
}

/** The announcement as text to copy, to forward and to print. */
export function Announcement({ view, campaign }: Part) {
  const { title, paragraphs } = campaign.text.announcement;
  const address = `${view.publicUrl}${campaignAddresses.campaign(view.lang, campaign.slug)}`;
  const text = `\n\n${paragraphs.join('\n\n')}\n\n${address}`;
  const forward = view.t('campaigns.forward.body', { title, address });
  return (
    <section className="sec" id="announcement">
      <h2>{view.t('campaigns.announcement')}</h2>
      <div className="paper read" id="announcement-text">
        <b>{title}</b>
        {text}
      </div>
      <p className="row noprint">
        <CopyButton view={view} of="announcement-text" />
        <button type="button" className="go o small" data-print="announcement" hidden>
          {view.t('campaigns.print')}
        </button>
        <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(forward)}`}>
          {view.t('campaigns.forward')}
        </a>
      </p>
    </section>
  );
}

/** A drawn poster; nothing is asked of anybody else's server before the click. */
export function Video({ view, campaign }: Part) {
  if (!campaign.video) return null;
  const { youtube, facebook, tweet } = campaign.video;
  return (
    <section className="sec" id="video">
      <h2>{campaign.text.video.title}</h2>
      <p className="read">{campaign.text.video.text}</p>
      <p className="read">
        <a className="poster" href={`https://www.youtube.com/watch?v=${youtube}`} rel="noreferrer">
          <Poster />
          <span>{view.t('campaigns.video.watch')}</span>
        </a>
      </p>
      <p className="q s">
        {view.rich('campaigns.video.elsewhere', {
          facebook: (words) => (
            <a href={`https://www.facebook.com/${facebook}`} rel="noreferrer">
              {words}
            </a>
          ),
          tweet: (words) => (
            <a href={`https://twitter.com/${tweet}`} rel="noreferrer">
              {words}
            </a>
          ),
        })}
      </p>
    </section>
  );
}

/** A field of pieces with the sign for playing left open in it. */
function Poster() {
  const next = steadyNumbers('poster');
  const paths = Array.from({ length: 6 }, () => '');
  for (let y = 0; y < 9; y += 1) {
    for (let x = 0; x < 16; x += 1) {
      const inSign = x >= 6 && x <= 9 && y >= 2 && y <= 6;
      const mineral = next() % 6;
      if (!inSign) paths[mineral] += `M${x * 10} ${y * 10}h9v9h-9z`;
    }
  }
  return (
    <svg viewBox="0 0 159 89" width="640" aria-hidden="true">
      {paths.map((path, index) => (
        <path key={path} className={`c${index + 1}`} d={path} />
      ))}
      <path className="c7" d="M63 22v45l36-22.500z" />
    </svg>
  );
}

export function Messages({ view, campaign }: Part) {
  return (
    <section className="sec" id="messages">
      <h2>{view.t('campaigns.messages')}</h2>
      <ul className="list read">
        {campaign.text.messages.map((message) => (
          <li key={message.id} className="say">
            <q id={`say-${message.id}`}>{message.text}</q>
            <CopyButton view={view} of={`say-${message.id}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Hashtags({ view, campaign }: Part) {
  return (
    <section className="sec">
      <h2>{view.t('campaigns.hashtags')}</h2>
      <ul className="tags" dir="ltr">
        {campaign.hashtags.map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
    </section>
  );
}

export function Material({ view, campaign }: Part) {
  return (
    <section className="sec" id="material">
      <h2>{campaign.text.material.title}</h2>
      <p className="read">{campaign.text.material.text}</p>
      <p className="row">
        <a className="go o" href={siteAddresses.logo()} download>
          {view.t('campaigns.logo.svg')}
        </a>
        <a className="go o" href={siteAddresses.logoPicture()} download>
          {view.t('campaigns.logo.png')}
        </a>
        <a className="go o" href={siteAddresses.oneColour()} download>
          {view.t('campaigns.logo.oneColour')}
        </a>
      </p>
    </section>
  );
}
