/** What is told of somebody, each on a line of its own. */
export function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => (
    <span key={line} className="held">
      <bdi>{line}</bdi>
    </span>
  ));
}
