import { AppError } from '@zhiyu/contracts/errors';
import type { ChangeCompany, Company as CompanyView } from '@zhiyu/contracts/staff';
import type { Company } from './company.entity.js';
import { logoPath } from './logos.service.js';
import { scaleOf } from './score-scale.js';
import { languageIn } from './staff-language.js';

/** The company as its own people see it. */
export function companyView(company: Company): CompanyView {
  const { createdAt: _, browserRecognitionSince: since, ...known } = company;
  const { candidateReportSince, scorecardFirstSince, publishApprovalSince, ...others } = known;
  const { keepDaysSince, europeanRulesSince, ...more } = others;
  const { keepDataMonths: _m, keepDataSince: _s, ...row } = more;
  const chosen = { staffLanguage: languageIn(company), masking: company.masking ?? 'off' };
  const given = {
    candidateReport: candidateReportSince !== null,
    scorecardFirst: scorecardFirstSince !== null,
    publishApproval: publishApprovalSince !== null,
    europeanRules: europeanRulesSince !== null,
    keepDaysChosen: keepDaysSince !== null,
  };
  const rest = {
    ...{ browserRecognition: since !== null, ...given, ...chosen },
    scoreScale: scaleOf(company),
  };
  return { ...row, ...rest, logo: logoPath(company) };
}

/** What a new company has not chosen yet. */
export const unchosen = {
  browserRecognitionSince: null,
  candidateReportSince: null,
  scorecardFirstSince: null,
  publishApprovalSince: null,
  europeanRulesSince: null,
  keepDaysSince: null,
  keepDataMonths: null,
  keepDataSince: null,
  staffLanguage: null,
  masking: null,
  scoreScale: null,
};

/** What is allowed or not, by the column that keeps since when. */
const allowances = {
  browserRecognition: 'browserRecognitionSince',
  candidateReport: 'candidateReportSince',
  scorecardFirst: 'scorecardFirstSince',
  publishApproval: 'publishApprovalSince',
  europeanRules: 'europeanRulesSince',
} as const;
type Allowance = keyof typeof allowances;
const names = Object.keys(allowances) as Allowance[];

/** A change as its columns: what is allowed is kept with its time, and so is that somebody chose the days. */
export function columnsOf(change: ChangeCompany, now: number): Partial<Company> {
  const columns: Partial<Company> = {};
  for (const name of names) {
    const allowed = change[name];
    if (allowed !== undefined) {
      columns[allowances[name]] = allowed ? now : null;
    }
  }
  const { browserRecognition: _b, candidateReport: _c, ...rest } = change;
  const { scorecardFirst: _s, publishApproval: _p, europeanRules: _e, ...plain } = rest;
  return { ...plain, ...columns, ...(plain.keepDays === undefined ? {} : { keepDaysSince: now }) };
}

/** @throws AppError notFound where there is no such row */
export function orNotFound<T>(row: T | null): T {
  if (row === null) {
    throw new AppError('notFound');
  }
  return row;
}
