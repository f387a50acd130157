import { randomUUID } from 'node:crypto';
import type { Pushes } from './pushes.js';
import { apiError, type Call, ok, type Reply, type Route, textIn } from './wire.js';
import type { OaInstance, World } from './world.js';

/** Approval forms and pre-entries; forms tell their events in DingTalk's order. */
export class Forms {
  constructor(
    private readonly world: World,
    private readonly pushes: Pushes,
  ) {}

  readonly routes: Readonly<Record<string, Route>> = {
    'POST /v1.0/workflow/processInstances': (call) => this.start(call),
    'GET /v1.0/workflow/processInstances': (call) => this.read(call),
    'POST /v1.0/workflow/processes/instanceIds/query': (call) => this.list(call),
    'POST /v1.0/hrm/preentries': (call) => this.preEntry(call),
  };

  /** A person approves, refuses, or the originator takes it back. @param silent its events get lost */
  async act(id: string, act: 'agree' | 'refuse' | 'terminate', silent: boolean): Promise<void> {
    const form = this.world.oa.get(id);
    if (form?.status !== 'RUNNING') {
      throw new Error('no such running form');
    }
    form.status = act === 'terminate' ? 'TERMINATED' : 'COMPLETED';
    form.result = act === 'terminate' ? '' : act;
    if (silent) {
      return;
    }
    if (act !== 'terminate') {
      await this.tell('bpms_task_change', form, {
        type: 'finish',
        result: act,
        staffId: form.approver,
      });
    }
    const end = act === 'terminate' ? { type: 'terminate' } : { type: 'finish', result: act };
    await this.tell('bpms_instance_change', form, { ...end, staffId: form.originator });
  }

  private start({ body }: Call): Reply {
    const processCode = textIn(body, 'processCode');
    if (!processCode.startsWith('PROC-')) {
      return apiError(400, 'aflowProcessNotExist');
    }
    const approvers = body.approvers as { userIds: string[] }[] | undefined;
    const form: OaInstance = {
      ...{ id: randomUUID(), processCode, originator: textIn(body, 'originatorUserId') },
      ...{ fields: body.formComponentValues, approver: approvers?.[0]?.userIds[0] ?? 'mgr01' },
      ...{ status: 'RUNNING', result: '', at: this.world.now() },
    };
    this.world.oa.set(form.id, form);
    void this.tell('bpms_instance_change', form, { type: 'start', staffId: form.originator }).then(
      () => this.tell('bpms_task_change', form, { type: 'start', staffId: form.approver }),
    );
    return ok({ instanceId: form.id });
  }

  private read({ query }: Call): Reply {
    const form = this.world.oa.get(query.processInstanceId ?? '');
    if (!form) {
      return apiError(400, 'aflowProcessInstNotExist');
    }
    const { status, result, originator, fields, approver } = form;
    const tasks = [{ taskId: 1, userId: approver, status, result }];
    return ok({
      result: { status, result, originatorUserId: originator, formComponentValues: fields, tasks },
      success: 'true',
    });
  }

  private list({ body }: Call): Reply {
    const size = Number(textIn(body, 'maxResults') || '20');
    const from = Number(textIn(body, 'nextToken') || '0');
    if (size > 20) {
      return apiError(400, 'invalidParameter.maxResults');
    }
    const statuses = Array.isArray(body.statuses) ? body.statuses.map(String) : [];
    const all = [...this.world.oa.values()].filter(
      (form) =>
        form.processCode === textIn(body, 'processCode') &&
        form.at >= Number(textIn(body, 'startTime')) &&
        (statuses.length === 0 || statuses.includes(form.status)),
    );
    const more = from + size < all.length ? { nextToken: String(from + size) } : {};
    const list = all.slice(from, from + size).map(({ id }) => id);
    return ok({ result: { list, ...more }, success: true });
  }

  private preEntry({ body }: Call): Reply {
    if (textIn(body, 'name') === '' || !/^\d{11}$/.test(textIn(body, 'mobile'))) {
      return apiError(400, 'param.error');
    }
    this.world.preEntries.push({ ...body });
    return ok({ tmpUserId: `tmp-${this.world.preEntries.length}` });
  }

  private async tell(
    eventType: string,
    form: OaInstance,
    of: Record<string, unknown>,
  ): Promise<void> {
    const data = {
      ...{ processInstanceId: form.id, processCode: form.processCode, title: '录用审批', ...of },
      ...{ createTime: form.at, ...(eventType === 'bpms_task_change' ? { taskId: 1 } : {}) },
    };
    await this.pushes.event({ eventType, data });
  }
}
