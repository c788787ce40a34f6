/** What is wrong with a lesson, and where. */

export interface Problem {
  /** From 1. */
  readonly line: number;
  /** What is expected there. */
  readonly message: string;
}

export const problemText = ({ line, message }: Problem): string => `line ${line}: ${message}`;

/** A lesson with thousands of mistakes gets no thousands of sentences. */
const most = 20;

/** Problems, which refuse a lesson, and remarks, which do not. */
export class Findings {
  private readonly found: Problem[] = [];
  private readonly remarked: Problem[] = [];

  refuse(line: number, message: string): void {
    if (this.found.length < most) this.found.push({ line, message });
  }

  remark(line: number, message: string): void {
    if (this.remarked.length < most) this.remarked.push({ line, message });
  }

  /** From the first line to the last. */
  get problems(): readonly Problem[] {
    return sorted(this.found);
  }

  get remarks(): readonly Problem[] {
    return sorted(this.remarked);
  }
}

const sorted = (list: readonly Problem[]): Problem[] => list.toSorted((a, b) => a.line - b.line);
