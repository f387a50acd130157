import type { ApplicationReviews } from '@zhiyu/contracts/review';
import type { DimensionScore, Report } from '@zhiyu/contracts/scoring';
import type { TestsOfApplication } from '@zhiyu/contracts/written-tests';

type TestResult = NonNullable<TestsOfApplication['results']>[number];

/** Two sources that do not fit each other: something to ask, which may have a plain reason. It moves no score. */
export type Apart =
  /** Much is written, and a dimension lies under its requirement. */
  | { kind: 'resume'; projects: number; years: number; name: string; value: number; need: number }
  /** The written test says otherwise than the interview. */
  | { kind: 'testHigh' | 'testLow'; test: TestResult; value: number; need: number }
  /** People saw something else than the machine read. */
  | { kind: 'peopleHigh' | 'peopleLow'; name: string; level: number; value: number };

/** So many projects, or years of the work that is asked for, are much. */
const much = { projects: 3, years: 5 };
/** Shares of a test's maximum from which it is good, and under which it is not. */
const share = { good: 0.8, weak: 0.5 };
/** Levels of five between people and the machine. */
const farApart = 2;

export interface Sources {
  report: Pick<Report, 'total' | 'dimensions'>;
  /** Of the résumé; 0 where it is not known. */
  projects: number;
  years: number;
  tests: readonly TestResult[];
  scorecards: ApplicationReviews['scorecards'];
}

type Measured = Exclude<DimensionScore, { verdict: 'unknown' }>;

const measured = (one: DimensionScore): Measured[] => (one.verdict === 'unknown' ? [] : [one]);

function resumeApart({ report, projects, years }: Sources): Apart[] {
  const [lowest] = report.dimensions
    .flatMap(measured)
    .filter(({ verdict }) => verdict === 'below')
    .sort((a, b) => a.value - a.requirement - (b.value - b.requirement));
  const rich = projects >= much.projects || years >= much.years;
  return rich && lowest
    ? [
        {
          ...{ kind: 'resume', projects, years, name: lowest.name },
          ...{ value: lowest.value, need: lowest.requirement },
        },
      ]
    : [];
}

function testApart({ report: { total }, tests }: Sources): Apart[] {
  const [newest] = [...tests].sort((a, b) => b.takenOn.localeCompare(a.takenOn));
  if (!newest || total.value === null || newest.maximum <= 0) {
    return [];
  }
  const part = newest.score / newest.maximum;
  const of = { test: newest, value: total.value, need: total.requirement };
  if (part >= share.good && total.verdict === 'below') {
    return [{ kind: 'testHigh', ...of }];
  }
  return part < share.weak && total.verdict === 'meets' ? [{ kind: 'testLow', ...of }] : [];
}

function peopleApart({ report, scorecards }: Sources): Apart[] {
  return report.dimensions.flatMap(measured).flatMap(({ code, name, level, value }): Apart[] => {
    const given = scorecards
      .flatMap(({ ratings }) => ratings)
      .flatMap((one) => (one.dimension === code && one.level !== null ? [one.level] : []));
    const mean = given.reduce((sum, one) => sum + one, 0) / given.length;
    if (given.length === 0 || Math.abs(mean - level) < farApart) {
      return [];
    }
    return [{ kind: mean > level ? 'peopleHigh' : 'peopleLow', name, level: mean, value }];
  });
}

/** What to ask about before anybody decides: where résumé, test, interview and people say different things. */
export function apartIn(sources: Sources): Apart[] {
  return [...resumeApart(sources), ...testApart(sources), ...peopleApart(sources)];
}
