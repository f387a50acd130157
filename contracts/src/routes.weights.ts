import type { Nothing } from './basics.js';
import type { DeliveryWeights, SetDeliveryWeights } from './delivery-weights.js';
import { route } from './route.js';

/** What face and voice weigh in a total: nothing, unless an administrator says so with a ground. */
export const weightRoutes = {
  deliveryWeights: route<Nothing, DeliveryWeights>(
    'GET /api/company/delivery-weights',
    'staff',
    'Weights of face and voice',
  ),
  setDeliveryWeights: route<SetDeliveryWeights, DeliveryWeights>(
    'PUT /api/company/delivery-weights',
    'staff',
    'Set them',
  ),
} as const;
