import { entities } from '@zhiyu/server/entities';
import { traceTables } from '@zhiyu/server/workflow/take-back/stays';
import { expect } from 'chai';
import { getMetadataArgsStorage } from 'typeorm';

/** What an application brings with it when it comes in, or what only a look leaves behind. */
const comesWith = [
  ...['application', 'counted_application', 'intake_item', 'person_identity', 'resume'],
  ...['search_token', 'staff_user', 'unmasking'],
];
/** Only of somebody who has an interview, which is a trace. */
const ofAnInterview = [
  ...[
    'attempt',
    'transcript',
    'staff_word',
    'interview_fact',
    'face_batch',
    'sound_facts',
    'media',
  ],
  ...['program_draft', 'program_snapshot', 'program_submission', 'survey_done', 'llm_reading'],
  ...['report', 'delivery_value', 'dimension_value', 'calibration_answer', 'meeting'],
];
/** Only of somebody who was asked to a test, which is a trace. */
const ofATest = ['test_answer'];

describe('what keeps somebody in a batch that is taken back', () => {
  it('every table of somebody is looked into, or it is known why not', () => {
    const { tables, columns } = getMetadataArgsStorage();
    const known = new Set<unknown>(entities);
    const ofSomebody = tables
      .filter(({ target }) => known.has(target))
      .filter(({ target }) =>
        columns.some(
          (one) =>
            one.target === target && ['applicationId', 'personId'].includes(one.propertyName),
        ),
      )
      .map(({ name }) => name ?? '');
    const spared = [...comesWith, ...ofAnInterview, ...ofATest];
    expect(spared.filter((name) => traceTables.includes(name))).to.deep.equal([]);
    expect(ofSomebody.sort()).to.deep.equal([...new Set([...traceTables, ...spared])].sort());
  });
});
