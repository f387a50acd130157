import type { MaskState, Unmask } from './masking.js';
import { type ById, route } from './route.js';

/** Who somebody is, hidden from those who judge. */
export const maskingRoutes = {
  maskState: route<ById, MaskState>(
    'GET /api/applications/:id/mask',
    'staff',
    'Whether the reader sees who it is',
  ),
  unmask: route<Unmask, MaskState>(
    'POST /api/applications/:id/mask/lift',
    'staff',
    'See who it is from now on, with a reason that is written down',
    { once: true },
  ),
} as const;
