import type { View } from '../http/view.ts';
import { letterAddresses } from '../letters/addresses.ts';

/**
 * The main thing to do; and, for whose browser names no country, straight from theirs: a page less. It is typed and not chosen from a
 * list, because 195 names would outweigh the page.
 */
export function WriteFrom({ view, slug }: { view: View; slug: string }) {
  const to = letterAddresses.write(view.lang, slug);
  return (
    <>
      <p className="row">
        <a className="go" href={to}>
          {view.t('campaigns.write')}
        </a>
      </p>
      <form className="from" action={to}>
        <label htmlFor="state">{view.t('campaigns.act.country')}</label>
        <input type="text" id="state" name="state" autoComplete="country-name" maxLength={100} dir="auto" />
        <button className="go o small" type="submit">
          {view.t('campaigns.write.from')}
        </button>
      </form>
    </>
  );
}
