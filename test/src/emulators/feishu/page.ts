import { buttonsOf, fields, wordsOf } from './card-rules.js';
import type { Toast } from './callbacks.js';
import type { EmulatedMessage, Platform } from './platform.js';

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function optionsOf(value: unknown, list: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((one) => optionsOf(one, list));
  }
  const element = fields(value);
  if (element.tag === 'select_static' && element.name === list) {
    return (element.options as unknown[]).map((one) => String(fields(one).value));
  }
  return Object.values(element).flatMap((one) =>
    typeof one === 'object' ? optionsOf(one, list) : [],
  );
}

function buttonsHtml(message: EmulatedMessage, as: string): string {
  return buttonsOf(message.card)
    .map(({ label, element }) => {
      const behavior = fields((element.behaviors as unknown[])[0]);
      if (behavior.type === 'open_url') {
        return `<a href="${escaped(String(behavior.default_url))}">${escaped(label)}</a>`;
      }
      const options = optionsOf(message.card, String(fields(behavior.value).list));
      const select = options.map((one) => `<option>${escaped(one)}</option>`).join('');
      const list = options.length > 0 ? `<select name="choose">${select}</select>` : '';
      const hidden = Object.entries({ messageId: message.id, as, label })
        .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
        .join('');
      return `<form method="post" action="/_control/press?page=1">${hidden}${list}<button>${escaped(label)}</button></form>`;
    })
    .join(' ');
}

function chatHtml(platform: Platform, toasts: Toast[], chat: { id: string; name: string }): string {
  const reader = chat.id.startsWith('oc_') ? 'ou_shenlan' : chat.id;
  const cards = platform.messages
    .filter(({ receiver }) => receiver === chat.id)
    .map((message) => {
      const words = wordsOf([fields(message.card).header, fields(message.card).body]);
      const lines = words.map((line) => `<div>${escaped(line)}</div>`).join('');
      return `<article>${lines}${buttonsHtml(message, reader)}</article>`;
    });
  const toast = toasts.filter(({ user }) => user === reader).at(-1);
  const said = toast ? `<p role="status">${escaped(`${toast.type}: ${toast.content}`)}</p>` : '';
  return cards.length === 0 ? '' : `<h2>${escaped(chat.name)}</h2>${said}${cards.join('')}`;
}

const style =
  'body{font:15px/1.6 system-ui;max-width:640px;margin:2em auto;padding:0 1em}article{border:1px solid #ccc;border-radius:8px;padding:12px;margin:12px 0}form{display:inline-block;margin:4px 8px 0 0}';

/** The chats of everybody who has one, roughly as Feishu shows them; each button can be pressed. */
export function pageOf(platform: Platform, toasts: Toast[]): string {
  const chats = [
    ...platform.tenant.users.map(({ openId, name }) => ({ id: openId, name })),
    ...platform.tenant.chats,
  ];
  const body = chats.map((chat) => chatHtml(platform, toasts, chat)).join('');
  const empty = '<p>还没有消息</p>';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>飞书模拟</title><style>${style}</style><h1>飞书模拟</h1>${body === '' ? empty : body}</html>`;
}

/** The platform's log-in page: one link for each person. */
export function loginPage(platform: Platform, redirect: string, state: string): string {
  const links = platform.tenant.users.map(({ openId, name }) => {
    const query = new URLSearchParams({ as: openId, redirect, state });
    return `<li><a href="/_control/login?${escaped(query.toString())}">${escaped(name)}</a></li>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>登录</title><style>${style}</style><h1>以谁的身份登录</h1><ul>${links.join('')}</ul></html>`;
}
