import { z } from 'zod';
import { idSchema, nothingSchema } from './basics.js';
import { deliveryWeightsSchema, setDeliveryWeightsSchema } from './delivery-weights.js';
import { maskStateSchema, unmaskSchema } from './masking.js';

/** Addresses about who is seen and what weighs. */
export const trustSchemas = {
  maskState: { input: z.object({ id: idSchema }), output: maskStateSchema },
  unmask: { input: unmaskSchema, output: maskStateSchema },
  deliveryWeights: { input: nothingSchema, output: deliveryWeightsSchema },
  setDeliveryWeights: { input: setDeliveryWeightsSchema, output: deliveryWeightsSchema },
};
