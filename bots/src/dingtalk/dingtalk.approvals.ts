import type { ChannelEvent } from '../channel.js';
import type { DingTalkApi } from './dingtalk.api.js';
import { listOf, recordOf, textOf, textsOf } from './dingtalk.json.js';

export interface ApprovalForm {
  processCode: string;
  originatorAddress: string;
  /** -1 is the originator's root department. */
  departmentId: number;
  fields: { name: string; value: string }[];
  /** One after another; empty: as the form's own process says. */
  approverAddresses: string[];
}

const pageSize = 20;
const mostPages = 100;

/** DingTalk's approval forms (OA 审批): beginning one, and finding what an event did not tell. */
export class DingTalkApprovals {
  constructor(private readonly api: DingTalkApi) {}

  /** @returns the form's id; its events name it */
  async start(form: ApprovalForm): Promise<string> {
    const { processCode, originatorAddress, departmentId, fields, approverAddresses } = form;
    const answer = await this.api.call({
      ...{ family: 'api', method: 'POST', path: '/v1.0/workflow/processInstances' },
      body: {
        ...{ processCode, originatorUserId: originatorAddress, deptId: departmentId },
        formComponentValues: fields,
        ...(approverAddresses.length > 0
          ? { approvers: approverAddresses.map((id) => ({ actionType: 'NONE', userIds: [id] })) }
          : {}),
      },
      repeatable: false,
    });
    return textOf(answer, 'instanceId');
  }

  /** Where a form stands. */
  async state(instanceId: string): Promise<Extract<ChannelEvent, { instanceId: string }>['state']> {
    const answer = await this.api.call({
      ...{ family: 'api', method: 'GET', path: '/v1.0/workflow/processInstances' },
      query: { processInstanceId: instanceId },
      repeatable: true,
    });
    const result = recordOf(answer.result);
    const status = textOf(result, 'status');
    if (status === 'TERMINATED' || status === 'CANCELED') {
      return 'terminated';
    }
    if (status !== 'COMPLETED') {
      return 'started';
    }
    return textOf(result, 'result') === 'agree' ? 'agreed' : 'refused';
  }

  /**
   * Forms that ended in this time, as the events that would have told it; hand them to `DingTalkChannel.repair`,
   * which passes on those that were missed.
   * @param from ms @param to ms
   */
  async ended(processCode: string, from: number, to: number): Promise<ChannelEvent[]> {
    const events: ChannelEvent[] = [];
    for (const instanceId of await this.instanceIds(processCode, from, to)) {
      const state = await this.state(instanceId);
      if (state !== 'started') {
        events.push({
          ...{ type: 'approvalChanged', eventId: `repair:${instanceId}:${state}`, at: to },
          ...{ instanceId, processCode, state, address: null },
        });
      }
    }
    return events;
  }

  private async instanceIds(processCode: string, from: number, to: number): Promise<string[]> {
    const ids: string[] = [];
    let nextToken = '0';
    for (let page = 0; page < mostPages; page++) {
      const answer = await this.api.call({
        ...{ family: 'api', method: 'POST', path: '/v1.0/workflow/processes/instanceIds/query' },
        body: {
          ...{ processCode, startTime: from, endTime: to, maxResults: pageSize },
          ...{ nextToken: Number(nextToken), statuses: ['COMPLETED', 'TERMINATED'] },
        },
        repeatable: true,
      });
      const result = recordOf(answer.result);
      ids.push(...textsOf(listOf(result.list)));
      nextToken = textOf(result, 'nextToken');
      if (nextToken === '') {
        break;
      }
    }
    return ids;
  }
}
