import type { Drawing, DrawnPart } from '@zhiyu/contracts/gallery';
import { type CardToDraw, type Drawer, payloadOf, textPart } from '../drawer.js';
import { fieldsOf, isFields, listOf, textOf } from './wecom.answers.js';
import { type CardOption, type TemplateCard, taskIdOf } from './wecom.cards.js';
import { kfBody } from './kf.render.js';
import { newCard } from './wecom.render.js';

const choice = (label: string | undefined, options: CardOption[]): DrawnPart => ({
  type: 'choice',
  label: label ?? '',
  options: options.map(({ text }) => text),
});

function choicesOf(card: TemplateCard): DrawnPart[] {
  const { button_selection: one, select_list: several = [], checkbox } = card;
  return [
    ...(checkbox ? [choice(undefined, checkbox.option_list)] : []),
    ...[...(one ? [one] : []), ...several].map((list) => choice(list.title, list.option_list)),
  ];
}

function buttonsOf(card: TemplateCard): DrawnPart[] {
  const { button_list: buttons = [], submit_button: submit, jump_list: jumps = [] } = card;
  return [
    ...buttons.map(({ text, type }): DrawnPart => ({ type: 'button', text, presses: type !== 1 })),
    ...(submit ? [{ type: 'button' as const, text: submit.text, presses: true }] : []),
    ...jumps.map(({ title }): DrawnPart => ({ type: 'button', text: title, presses: false })),
  ];
}

function drawingOf(card: TemplateCard): Drawing {
  const { source, main_title: title, horizontal_content_list: rows = [] } = card;
  const isNotice = card.card_type.endsWith('_notice') || card.card_type === 'button_interaction';
  const parts: DrawnPart[] = [
    ...textPart('source', source?.desc),
    ...textPart('title', title?.title),
    ...textPart(isNotice ? 'figure' : 'body', title?.desc),
    ...textPart('body', card.sub_title_text),
    ...rows.map(({ keyname, value = '' }): DrawnPart => ({ type: 'row', name: keyname, value })),
    ...choicesOf(card),
    ...buttonsOf(card),
  ];
  const payload = payloadOf({ msgtype: 'template_card', template_card: card });
  return { shape: card.card_type, parts, payload };
}

function cardOf({ card, link, deliveryId, brand }: CardToDraw, line: 'app' | 'bot'): Drawing[] {
  const icon = line === 'app' && brand?.logo ? { icon: brand.logo.url } : {};
  const whole = { card, link, line, taskId: taskIdOf(deliveryId), image: null, ...icon };
  return [drawingOf(newCard(whole))];
}

/** The company's app. */
export const weComDrawer: Drawer = {
  name: 'wecom',
  capabilities: {
    buttons: 6,
    updateInPlace: true,
    // Scores stand as rows of the card, each with its error and requirement.
    picture: true,
    freeText: false,
    textLength: 600,
  },
  draw: (of) => cardOf(of, 'app'),
};

/** The smart bot. */
export const weComBotDrawer: Drawer = {
  name: 'wecombot',
  capabilities: {
    buttons: 6,
    // A card changes only as the answer to a press on it.
    updateInPlace: false,
    picture: true,
    freeText: false,
    textLength: 400,
  },
  draw: (of) => cardOf(of, 'bot'),
};

/** What the robot of a group sends: nothing comes back from it, so nothing can be pressed. */
export function robotCard({ card, link }: Pick<CardToDraw, 'card' | 'link'>): TemplateCard {
  const shown = { ...card, state: 'done' as const };
  return newCard({ card: shown, link, line: 'app', taskId: null, image: null });
}

/** The robot of the recruiting group. */
export const weComRobotDrawer: Drawer = {
  name: 'wecomrobot',
  capabilities: {
    buttons: 0,
    updateInPlace: false,
    picture: true,
    freeText: false,
    textLength: 400,
  },
  draw: (of) => [drawingOf(robotCard(of))],
};

function menuParts(menu: Record<string, unknown>): DrawnPart[] {
  const items = listOf(menu.list).filter(isFields);
  return [
    ...textPart('body', textOf(menu.head_content)),
    ...items.map((item): DrawnPart => {
      const presses = item.type === 'click';
      const text = textOf(fieldsOf(presses ? item.click : item.view).content);
      return { type: 'button', text, presses };
    }),
    ...textPart('quiet', textOf(menu.tail_content)),
  ];
}

/** 微信客服. */
export const kfDrawer: Drawer = {
  name: 'wecomkf',
  capabilities: {
    buttons: 6,
    updateInPlace: false,
    picture: false,
    freeText: false,
    textLength: 320,
  },
  draw: ({ card, link }) => {
    const body = kfBody(card, link);
    const shape = textOf(body.msgtype);
    const parts =
      shape === 'msgmenu'
        ? menuParts(fieldsOf(body.msgmenu))
        : textPart('body', textOf(fieldsOf(body.text).content));
    return [{ shape, parts, payload: payloadOf(body) }];
  },
};
