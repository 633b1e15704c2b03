import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Journeys begin before rules, those in a browser first: none is left to run alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  if (moduleId.includes('in-a-browser')) return 0;
  return moduleId.includes('/journeys/') ? 1 : 2;
}
