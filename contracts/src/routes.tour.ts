import type { Nothing } from './basics.js';
import { route } from './route.js';
import type { SetPace, Tour, TourReset } from './tour.js';

/** The guided tour; anywhere but in the example company there is none. */
export const tourRoutes = {
  tour: route<Nothing, Tour>(
    'GET /api/tour',
    'staff',
    'How far the tour of the example company is',
  ),
  startTour: route<SetPace, Tour>(
    'POST /api/tour/start',
    'staff',
    'An example candidate applies and takes the interview, at this pace',
    { once: true },
  ),
  setTourPace: route<SetPace, Tour>(
    'PUT /api/tour/pace',
    'staff',
    'Let the story’s clock go quicker',
  ),
  decideTour: route<Nothing, Tour>(
    'POST /api/tour/decision',
    'staff',
    'The visitor passes the example candidate, in his own name',
    { once: true },
  ),
  resetTour: route<Nothing, TourReset>(
    'POST /api/tour/reset',
    'staff',
    'Make the example company again, as it was at first',
  ),
} as const;
