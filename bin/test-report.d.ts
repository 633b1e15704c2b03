interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly ancestorTitles: readonly string[];
      readonly duration?: number;
    }[];
  }[];
}

export function gaps(
  report: Report,
  run: { readonly root: string; readonly files?: readonly string[]; readonly excused?: readonly string[] },
): string[];
export function slowest(report: Report, root: string, most?: number): string[];

export function testFiles(root: string): string[];
