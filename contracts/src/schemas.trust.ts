import { z } from 'zod';
import { idSchema, nothingSchema } from './basics.js';
import {
  askDataRetentionSchema,
  dataRetentionSchema,
  setDataRetentionSchema,
} from './data-retention.js';
import { deliveryWeightsSchema, setDeliveryWeightsSchema } from './delivery-weights.js';
import { maskStateSchema, unmaskSchema } from './masking.js';

/** Addresses about who is seen, what weighs, and how long people are kept. */
export const trustSchemas = {
  maskState: { input: z.object({ id: idSchema }), output: maskStateSchema },
  unmask: { input: unmaskSchema, output: maskStateSchema },
  deliveryWeights: { input: nothingSchema, output: deliveryWeightsSchema },
  setDeliveryWeights: { input: setDeliveryWeightsSchema, output: deliveryWeightsSchema },
  dataRetention: { input: askDataRetentionSchema, output: dataRetentionSchema },
  setDataRetention: { input: setDataRetentionSchema, output: dataRetentionSchema },
};
