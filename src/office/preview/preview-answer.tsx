import { renderToStaticMarkup } from 'preact-render-to-string';
import type { PageAnswer } from '../../http/answer.ts';
import { contentSecurityPolicy } from '../../site/content-security.ts';
import { NO_STYLES } from '../../site/shell.tsx';
import { stylesOf } from '../../site/styles.ts';
import type { StaffRequest } from '../office-route.ts';
import { asPreview } from './as-preview.ts';

interface How {
  /** The day as on which it is shown. */
  readonly on: string;
  /** Where the preview is chosen anew. */
  readonly leave: string;
  readonly within: (path: string) => string | undefined;
}

/** A page of the site for staff: nothing is sent from it, nobody keeps it, and only pages of the office frame it. */
export function previewAnswer(request: StaffRequest, { html, status }: PageAnswer, how: How): PageAnswer {
  const { view } = request;
  const bare = html.replace(/<style>[^<]*<\/style>/, () => NO_STYLES);
  const shown = asPreview(bare, {
    within: how.within,
    banner: renderToStaticMarkup(<Banner request={request} how={how} />),
    inForms: renderToStaticMarkup(
      <p className="previewing" lang={view.lang} dir={view.dir}>
        {view.t('office.preview.form')}
      </p>,
    ),
  });
  const styles = stylesOf(shown);
  const policy = contentSecurityPolicy(view.publicUrl, styles)
    .replace("form-action 'self'", "form-action 'none'")
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'");
  return {
    ...{ kind: 'page', status, policy, noindex: true },
    html: shown.replace(NO_STYLES, () => `<style>${styles.css}</style>`),
  };
}

function Banner({ request: { view }, how }: { request: StaffRequest; how: How }) {
  return (
    <aside className="previewing" lang={view.lang} dir={view.dir} aria-label={view.t('office.preview')}>
      <p>
        <b>{view.t('office.preview')}</b> {view.t('office.preview.text', { day: view.day(how.on) })}{' '}
        <a href={how.leave} target="_top">
          {view.t('office.preview.leave')}
        </a>
      </p>
    </aside>
  );
}
