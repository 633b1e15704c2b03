/** What ends a clause after an address is not the address’s. */
const ADDRESS = /https?:\/\/[^\s)]*[^\s),;.:]/g;

/** A source as it stands, its web addresses as links. */
export function Addressed({ text }: { text: string }) {
  const addresses = text.match(ADDRESS) ?? [];
  const words = text.split(ADDRESS);
  return (
    <bdi lang="en" dir="auto">
      {words.flatMap((part, at) => {
        const address = addresses[at];
        return address
          ? [
              part,
              <a key={at} href={address} rel="noreferrer external">
                {address}
              </a>,
            ]
          : [part];
      })}
    </bdi>
  );
}
