import type { View } from '../../http/view.ts';

/** Where whoever runs the site can be followed, as its settings say; nothing of these sites is loaded before the click. */
export function Accounts({ view }: { view: View }) {
  const accounts = view.operator?.accounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className="sec" id="follow">
      <h2>{view.t('site.follow')}</h2>
      <ul className="links">
        {accounts.map((account) => (
          <li key={account}>
            <a href={account} rel="me noreferrer">
              <bdi dir="ltr">{shown(account)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `social.example/@justice` */
function shown(account: string): string {
  const { host, pathname } = new URL(account);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
}
