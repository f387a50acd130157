import type { PositionDetail } from './position.js';
import type {
  AnswerProposal,
  AskVersion,
  PositionVersionView,
  PublishingView,
  WithdrawProposal,
} from './publishing.js';
import { type ById, route } from './route.js';
import type { AskPreview, RulePreview } from './rule-preview.js';

/** Versions of a position, a second person's yes to them, and rules tried before they hold. */
export const publishingRoutes = {
  positionVersion: route<AskVersion, PositionVersionView>(
    'GET /api/positions/:id/versions/:version',
    'staff',
    'One version of a position, as it was published',
  ),
  publishing: route<ById, PublishingView>(
    'GET /api/positions/:id/publishing',
    'staff',
    'Whether a second person says yes first, and what waits for it',
  ),
  answerProposal: route<AnswerProposal, PositionDetail>(
    'POST /api/positions/:id/proposals/:proposalId/answer',
    'staff',
    'Second yes or no to a new version',
    { once: true },
  ),
  withdrawProposal: route<WithdrawProposal, PublishingView>(
    'DELETE /api/positions/:id/proposals/:proposalId',
    'staff',
    'Take back what waits for a second person',
  ),
  previewRules: route<AskPreview, RulePreview>(
    'POST /api/positions/:id/rules/preview',
    'staff',
    'Whom other rules would have changed, of the last 90 days; changes nothing',
  ),
} as const;
