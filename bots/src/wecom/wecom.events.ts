import type { ChannelEvent } from '../channel.js';
import { identity } from './wecom.press.js';
import { elements, textIn, type XmlElement } from './wecom.xml.js';

/** Every text of an event with its place: the same for each redelivery, different for every other event. */
function everything(element: XmlElement): string[] {
  return element.children.length === 0
    ? [`${element.name}=${element.text.trim()}`]
    : element.children.flatMap((child) => [`${element.name}/`, ...everything(child)]);
}

/** Name of an event that is not a press; `part` where one message of WeCom says several things. */
export function eventName(event: XmlElement, part = ''): { eventId: string; at: number } {
  return {
    eventId: identity([part, ...everything(event)]),
    at: Number(textIn(event, 'CreateTime')) * 1000,
  };
}

const leftStatus = '5';

/** change_contact (developer document 90970). A member who cannot come in any more is told as `memberLeft`. */
function contactEvents(event: XmlElement): ChannelEvent[] {
  const address = textIn(event, 'UserID');
  const renamed = textIn(event, 'NewUserID');
  const changed = { ...eventName(event), type: 'memberChanged' as const, address };
  switch (textIn(event, 'ChangeType')) {
    case 'create_user':
      return [{ ...changed, type: 'memberJoined' }];
    case 'delete_user':
      return [{ ...changed, type: 'memberLeft' }];
    case 'update_user': {
      const now = { ...eventName(event, 'new'), type: 'memberJoined' as const, address: renamed };
      const left = textIn(event, 'Status') === leftStatus;
      return [
        left ? { ...changed, type: 'memberLeft' } : changed,
        ...(renamed === '' ? [] : [now]),
      ];
    }
    default:
      return []; // departments and tags: the directory is read as a whole
  }
}

type ApprovalState = 'started' | 'agreed' | 'refused' | 'terminated' | 'redirected';

/** SpStatus: 1 in work, 2 agreed, 3 refused, 4 withdrawn, 6 withdrawn after agreement, 7 deleted, 10 paid. */
const formStates: Record<string, ApprovalState> = {
  '1': 'started',
  '2': 'agreed',
  '3': 'refused',
  '4': 'terminated',
  '6': 'terminated',
  '7': 'terminated',
};
/** StatuChangeEvent (spelled so): 2 agreed, 3 refused, 4 handed to another. */
const taskStates: Record<string, ApprovalState> = {
  '2': 'agreed',
  '3': 'refused',
  '4': 'redirected',
};

/** Who acted last, by the times in the record; null where nobody did. */
function lastApprover(info: XmlElement | undefined): string | null {
  const acts = elements(info, 'SpRecord')
    .flatMap((record) => elements(record, 'Details'))
    .map((detail) => ({
      at: Number(textIn(detail, 'SpTime')),
      user: textIn(elements(detail, 'Approver')[0], 'UserId'),
    }))
    .filter(({ at, user }) => at > 0 && user !== '')
    .sort((a, b) => b.at - a.at);
  return acts[0]?.user ?? null;
}

/** sys_approval_change (developer document 96508). */
function approvalEvents(event: XmlElement): ChannelEvent[] {
  const info = elements(event, 'ApprovalInfo')[0];
  const change = textIn(info, 'StatuChangeEvent');
  const status = textIn(info, 'SpStatus');
  const form = {
    instanceId: textIn(info, 'SpNoStr') || textIn(info, 'SpNo'),
    processCode: textIn(info, 'TemplateId'),
  };
  const task = taskStates[change];
  const address = lastApprover(info);
  const state = status === '1' && change !== '1' ? undefined : formStates[status];
  return [
    ...(task && address
      ? [
          {
            ...eventName(event, 'task'),
            type: 'approvalTaskChanged' as const,
            ...form,
            state: task,
            address,
          },
        ]
      : []),
    ...(state
      ? [{ ...eventName(event), type: 'approvalChanged' as const, ...form, state, address: null }]
      : []),
  ];
}

/** open_approval_change: a form of the company's own process, by its ThirdNo. */
function openApprovalEvents(event: XmlElement): ChannelEvent[] {
  const info = elements(event, 'ApprovalInfo')[0];
  const state = formStates[textIn(info, 'OpenSpStatus')];
  const form = { instanceId: textIn(info, 'ThirdNo'), processCode: textIn(info, 'OpenTemplateId') };
  return state
    ? [{ ...eventName(event), type: 'approvalChanged', ...form, state, address: null }]
    : [];
}

function saidEvents(event: XmlElement): ChannelEvent[] {
  const address = textIn(event, 'FromUserName');
  const text = textIn(event, 'Content');
  return textIn(event, 'MsgType') === 'text' && text !== ''
    ? [{ ...eventName(event), type: 'said', address, text, audience: 'person' }]
    : [];
}

/** What a callback says, in the form that every chat has; nothing for what nobody needs. */
export function eventsOf(event: XmlElement): ChannelEvent[] {
  switch (textIn(event, 'Event')) {
    case 'change_contact':
      return contactEvents(event);
    case 'sys_approval_change':
      return approvalEvents(event);
    case 'open_approval_change':
      return openApprovalEvents(event);
    default:
      return saidEvents(event);
  }
}
