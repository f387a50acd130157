import type { ChannelState } from '@zhiyu/contracts/channels';
import type { PositionSummary } from '@zhiyu/contracts/position';
import type { Params, StaffPage } from '../staff-shell/address.shared';

export interface Step {
  name: 'company' | 'chat' | 'people' | 'position' | 'retention' | 'link';
  done: boolean;
  page: StaffPage;
  params: Params;
  /** Days that recordings are kept. */
  days: number;
}

/** What is there, as the server says it; nothing of it is a tick that somebody set. */
export interface Standing {
  may: (act: string) => boolean;
  companyName: string;
  keepDays: number;
  keepDaysChosen: boolean;
  /** People who work here, the reader with them. */
  people: number;
  positions: readonly Pick<PositionSummary, 'id' | 'state' | 'active'>[];
  channels: readonly Pick<ChannelState, 'name' | 'state'>[];
}

/** Channels that are a chat of the company's people. */
const chats: readonly string[] = ['dingtalk', 'wecom', 'feishu'];

/** What a company needs before its first candidate, in this order, as far as the reader may do it. */
export function stepsOf(standing: Standing): Step[] {
  const { may, positions, channels, keepDays: days } = standing;
  const open = positions.find(({ state }) => state === 'open');
  const steps: (Step & { act: string })[] = [
    {
      ...{ name: 'company', page: 'admin', params: { part: 'company' }, act: 'company.edit', days },
      done: standing.companyName !== '',
    },
    {
      ...{ name: 'chat', page: 'admin', params: { part: 'channels' }, act: 'system.view', days },
      done: channels.some(
        ({ name, state }) => chats.includes(name) && (state === 'ready' || state === 'connected'),
      ),
    },
    {
      ...{ name: 'people', page: 'admin', params: { part: 'people' }, act: 'staff.edit', days },
      done: standing.people > 1,
    },
    {
      ...{ name: 'position', page: 'positions', params: {}, act: 'position.edit', days },
      done: open !== undefined,
    },
    {
      ...{ name: 'retention', page: 'admin', params: { part: 'company' }, days },
      ...{ act: 'company.edit', done: standing.keepDaysChosen },
    },
    {
      ...{ name: 'link', page: open ? 'intake' : 'positions', params: { id: open?.id }, days },
      ...{ act: 'position.edit', done: positions.some(({ active }) => active > 0) },
    },
  ];
  return steps.filter(({ act }) => may(act));
}
