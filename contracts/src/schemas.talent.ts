import * as b from './basics.js';
import { candidateStatusSchema } from './interview.js';
import * as pp from './pool-profile.js';
import * as tp from './talent-pool.js';

/** What goes in and comes out at the addresses of the talent pool. */
export const talentSchemas = {
  pool: { input: tp.searchPoolSchema, output: tp.poolSchema },
  inviteFromPool: { input: tp.inviteFromPoolSchema, output: b.doneSchema },
  tagInPool: { input: tp.tagInPoolSchema, output: b.doneSchema },
  setPoolProfile: { input: pp.setPoolProfileSchema, output: b.doneSchema },
  addPoolNote: { input: pp.addPoolNoteSchema, output: b.doneSchema },
  removePoolNote: { input: pp.removePoolNoteSchema, output: b.doneSchema },
  poolRules: { input: b.nothingSchema, output: pp.poolRulesSchema },
  setPoolRule: { input: pp.setPoolRuleSchema, output: pp.poolRulesSchema },
  setPlace: { input: pp.setPlaceSchema, output: pp.poolRulesSchema },
  talentPool: { input: tp.talentPoolInputSchema, output: candidateStatusSchema },
  ownPool: { input: b.nothingSchema, output: pp.ownPoolSchema },
  setOwnPool: { input: pp.setOwnPoolSchema, output: pp.ownPoolSchema },
};
