import type { Done, Nothing } from './basics.js';
import type { AskCrossing, Crossing } from './crossing.js';
import type { AskOutcomes, Outcomes, OutcomeTrend } from './outcomes.js';
import type {
  AskBulk,
  AskPipeline,
  BulkOrder,
  BulkOrderList,
  BulkPreview,
  Pipeline,
  SavedViewList,
  SaveView,
  ViewCounts,
  StartBulk,
} from './pipeline.js';
import type { RailCounts } from './rail.js';
import { type ById, route } from './route.js';
import type { Today } from './today.js';

/** This day, and many applications at once: where they stand, saved filters, decisions on several. */
export const pipelineRoutes = {
  pipeline: route<AskPipeline, Pipeline>(
    'GET /api/pipeline',
    'staff',
    'Where applications stand, how far they came, week by week',
  ),
  today: route<Nothing, Today>('GET /api/today', 'staff', 'Interviews of this day'),
  railCounts: route<Nothing, RailCounts>('GET /api/rail', 'staff', 'What waits, in numbers'),
  crossing: route<AskCrossing, Crossing>(
    'GET /api/crossing',
    'staff',
    'Dimensions on the line, of those who wait',
  ),
  outcomes: route<AskOutcomes, Outcomes>(
    'GET /api/outcomes',
    'staff',
    'Outcome figures of a period and of the one before',
  ),
  outcomeTrend: route<AskOutcomes, OutcomeTrend>(
    'GET /api/outcomes/trend',
    'staff',
    'The same figures in twelve parts of both periods',
  ),
  viewCounts: route<Nothing, ViewCounts>(
    'GET /api/views/counts',
    'staff',
    'How many each saved view shows',
  ),
  listViews: route<Nothing, SavedViewList>('GET /api/views', 'staff', 'Own saved filters'),
  saveView: route<SaveView, SavedViewList>('POST /api/views', 'staff', 'Save a filter', {
    once: true,
  }),
  removeView: route<ById, Done>('DELETE /api/views/:id', 'staff', 'Remove a saved filter'),
  previewBulk: route<AskBulk, BulkPreview>(
    'GET /api/bulk/preview',
    'staff',
    'What deciding on these would do',
  ),
  listBulk: route<Nothing, BulkOrderList>('GET /api/bulk', 'staff', 'Own orders of the last hour'),
  startBulk: route<StartBulk, BulkOrder>('POST /api/bulk', 'staff', 'Decide on several', {
    once: true,
  }),
  undoBulk: route<ById, BulkOrder>('DELETE /api/bulk/:id', 'staff', 'Take an order back'),
} as const;
