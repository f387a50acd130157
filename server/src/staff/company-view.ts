import { AppError } from '@zhiyu/contracts/errors';
import type { ChangeCompany, Company as CompanyView } from '@zhiyu/contracts/staff';
import type { Company } from './company.entity.js';
import { logoPath } from './logos.service.js';
import { scaleOf } from './score-scale.js';
import { languageIn } from './staff-language.js';

/** The company as its own people see it. */
export function companyView(company: Company): CompanyView {
  const { createdAt: _, browserRecognitionSince: since, ...known } = company;
  const { candidateReportSince, scorecardFirstSince, ...row } = known;
  const chosen = { staffLanguage: languageIn(company), masking: company.masking ?? 'off' };
  const given = {
    candidateReport: candidateReportSince !== null,
    scorecardFirst: scorecardFirstSince !== null,
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
  staffLanguage: null,
  masking: null,
  scoreScale: null,
};

/** A change as its columns: what is allowed is kept with its time. */
export function columnsOf(change: ChangeCompany, now: number): Partial<Company> {
  const { browserRecognition: allowed, candidateReport: given, scorecardFirst, ...plain } = change;
  return {
    ...plain,
    ...(allowed === undefined ? {} : { browserRecognitionSince: allowed ? now : null }),
    ...(given === undefined ? {} : { candidateReportSince: given ? now : null }),
    ...(scorecardFirst === undefined ? {} : { scorecardFirstSince: scorecardFirst ? now : null }),
  };
}

/** @throws AppError notFound where there is no such row */
export function orNotFound<T>(row: T | null): T {
  if (row === null) {
    throw new AppError('notFound');
  }
  return row;
}
