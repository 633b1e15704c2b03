import type { View } from '../http/view.ts';
import { list } from '../locales/format.ts';

/** Says of addresses that a demonstration made up that they are examples; nothing of others. */
export function Examples({ view, addresses }: { view: View; addresses: readonly string[] }) {
  if (addresses.length === 0) return null;
  return (
    <p className="q s">
      {view.rich('letters.example', {
        address: (
          <bdi className="file" dir="ltr">
            {list(view.lang, addresses)}
          </bdi>
        ),
      })}
    </p>
  );
}
