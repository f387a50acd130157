import { Controller } from '@nestjs/common';
import type {
  DeliveryWeights as WeightsView,
  SetDeliveryWeights,
} from '@zhiyu/contracts/delivery-weights';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { DeliveryWeights } from './delivery-weights.service.js';

@Controller()
export class DeliveryWeightsController {
  constructor(private readonly weights: DeliveryWeights) {}

  @Bind(routes.deliveryWeights)
  @Can('company.view')
  view({ companyId }: StaffActor): Promise<WeightsView> {
    return this.weights.view(companyId);
  }

  @Bind(routes.setDeliveryWeights)
  @Can('weights.set')
  set(actor: StaffActor, input: SetDeliveryWeights): Promise<WeightsView> {
    return this.weights.set(actor, input);
  }
}
