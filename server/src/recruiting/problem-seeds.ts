import { Injectable } from '@nestjs/common';
import { loadProblems } from '@zhiyu/config/problems';
import type { Problem } from '@zhiyu/contracts/problem';

/** The programming problems that come with the product: read once, when one is asked for. */
@Injectable()
export class ProblemBank {
  private loaded: Problem[] | undefined;

  all(): Problem[] {
    this.loaded ??= loadProblems();
    return this.loaded;
  }

  find(code: string): Problem | undefined {
    return this.all().find((one) => one.code === code);
  }

  readonly knows = (code: string): boolean => this.find(code) !== undefined;
}
