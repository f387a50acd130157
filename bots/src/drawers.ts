import type { DrawnChannel } from '@zhiyu/contracts/gallery';
import { consoleDrawer } from './console/console.draw.js';
import { degrade } from './degrade.js';
import { dingTalkDrawer } from './dingtalk/dingtalk.draw.js';
import type { CardToDraw, Drawer } from './drawer.js';
import { feishuDrawer } from './feishu/feishu.draw.js';
import { lossesOf } from './losses.js';
import { mailDrawer } from './mail/mail.draw.js';
import { smsDrawer } from './sms/sms.draw.js';
import { kfDrawer, weComBotDrawer, weComDrawer, weComRobotDrawer } from './wecom/wecom.draw.js';

/** In the order of `drawnChannels`. */
const drawers: readonly Drawer[] = [
  ...[consoleDrawer, dingTalkDrawer, weComDrawer, kfDrawer, weComBotDrawer],
  ...[weComRobotDrawer, feishuDrawer, mailDrawer, smsDrawer],
];

function drawnBy({ name, capabilities, draw }: Drawer, of: CardToDraw): DrawnChannel {
  const drawings = draw({ ...of, card: degrade(of.card, capabilities, of.link) });
  const [first] = drawings;
  // The page draws the whole card in the web inbox.
  const losses = first && name !== 'console' ? lossesOf(of.card, capabilities, first) : [];
  return { name, drawings, losses };
}

/** The card as each channel draws it, also those that are not set up; `of.card` is the whole card. */
export function drawEverywhere(of: CardToDraw): DrawnChannel[] {
  return drawers.map((drawer) => drawnBy(drawer, of));
}
