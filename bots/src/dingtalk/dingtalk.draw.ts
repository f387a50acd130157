import type { Drawing, DrawnPart } from '@zhiyu/contracts/gallery';
import { type CardToDraw, type Drawer, payloadOf, textPart } from '../drawer.js';
import { robotMessage, workNotice } from './dingtalk.fallback.js';
import { nestedRecord, recordOf, textOf } from './dingtalk.json.js';
import { pressButtons, publicParams } from './dingtalk.render.js';

const slots = (prefix: string) => [1, 2, 3, 4, 5].map((n) => `${prefix}${n}`);

/** Markdown as the chat shows it, without its signs. */
function shown(markdown: string | undefined): string {
  return (markdown ?? '')
    .replace(/^(### |> )/gm, '')
    .replace(/\*\*((?:\\.|[^*\\])+)\*\*/g, '$1')
    .replace(/\[((?:\\.|[^\]\\])+)\]\(dingtalk:[^)]*\)/g, '$1')
    .replace(/\\(.)/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

function cardDrawing({ card, link }: CardToDraw): Drawing {
  const params = publicParams(card, link);
  const buttons = (prefix: string, presses: boolean): DrawnPart[] =>
    slots(prefix)
      .filter((name) => params[`${name}_show`] === 'true')
      .map((name) => ({ type: 'button', text: params[`${name}_text`] ?? '', presses }));
  const parts = [
    ...textPart('source', params.eyebrow),
    ...textPart('title', params.title),
    ...textPart('figure', params.figure),
    ...textPart('quiet', params.figure_note),
    ...slots('body').flatMap((name) => textPart('body', shown(params[name]))),
    ...buttons('b', true),
    ...buttons('l', false),
    ...textPart('quiet', params.footnote),
  ];
  return { shape: 'card', parts, payload: payloadOf({ cardData: { cardParamMap: params } }) };
}

function robotDrawing(of: CardToDraw): Drawing {
  const message = robotMessage(of);
  const content = nestedRecord(message.msgParam);
  const labels = ['singleTitle', ...slots('actionTitle')].map((name) => textOf(content, name));
  const buttons = labels.filter((text) => text !== '');
  return {
    shape: message.msgKey,
    parts: [
      ...textPart('body', shown(textOf(content, 'text'))),
      ...buttons.map((text): DrawnPart => ({ type: 'button', text, presses: false })),
    ],
    payload: payloadOf({ msgKey: message.msgKey, msgParam: content }),
  };
}

function noticeDrawing(of: CardToDraw): Drawing[] {
  const notice = workNotice(of);
  if (notice === null) {
    return [];
  }
  const content = recordOf(recordOf(notice).action_card);
  const parts: DrawnPart[] = [
    ...textPart('source', textOf(content, 'title')),
    ...textPart('body', shown(textOf(content, 'markdown'))),
    { type: 'button', text: textOf(content, 'single_title'), presses: false },
  ];
  return [{ shape: 'notice', parts, payload: payloadOf(notice) }];
}

/** The interactive card; then what is sent where there is no template, or where a card does not arrive. */
export const dingTalkDrawer: Drawer = {
  name: 'dingtalk',
  capabilities: {
    buttons: pressButtons,
    updateInPlace: true,
    picture: true,
    freeText: true,
    textLength: 1_200,
  },
  draw: (of) => [cardDrawing(of), robotDrawing(of), ...noticeDrawing(of)],
};
