/** Pages of the site, by their addresses. */
export function PageLinks({ pages }: { pages: readonly string[] }) {
  return (
    <ul>
      {pages.map((page) => (
        <li key={page}>
          <a href={page} dir="ltr">
            {page}
          </a>
        </li>
      ))}
    </ul>
  );
}
