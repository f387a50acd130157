import type { Channel, ChannelTools } from '../channel.js';
import type { Dialogue, DialogueParts } from '../wechaty/candidate-dialogue.js';
import { WeComBotChannel } from './bot.channel.js';
import { WeComKfChannel } from './kf.channel.js';
import { KfScene } from './kf.scene.js';
import type { KfWelcome } from './kf.taking.js';
import { WeComRobotChannel } from './robot.channel.js';
import { WeComApi } from './wecom.api.js';
import { WeComChannel } from './wecom.channel.js';
import { WeComDirectory } from './wecom.directory.js';
import { type ContactWelcome, WeComExternal } from './wecom.external.js';
import type { WeComSettings } from './wecom.settings.js';
import { WeComSignIn } from './wecom.sign-in.js';

/** What the server decides: words to people from outside, and its own addresses and key. */
export interface WeComOrders {
  /** Where signing in may lead back to, e.g. https://hr.example.com */
  origins: readonly string[];
  /** Signs the links that bind a WeChat user to a candidate; at least 16 bytes, kept by the installation. */
  sceneKey: string;
  kfWelcome: KfWelcome;
  contactWelcome: ContactWelcome;
}

/** Everything WeCom that is set up; what is not is null. */
export interface WeCom {
  /** To be registered: wecom, wecomkf, wecombot and wecomrobot, as far as they are set up. */
  channels: Channel[];
  app: WeComChannel | null;
  kf: WeComKfChannel | null;
  external: WeComExternal | null;
  signIn: WeComSignIn | null;
  directory: WeComDirectory | null;
}

/** wechaty is brought in when 微信客服 begins to listen: a server without it never loads it. */
async function openDialogue(parts: DialogueParts): Promise<Dialogue> {
  return (await import('../wechaty/candidate-dialogue.js')).openDialogue(parts);
}

type OfApp = Omit<WeCom, 'channels'>;

function ofApp(settings: WeComSettings, tools: ChannelTools, orders: WeComOrders): OfApp {
  const { app: of, callback: keys, kfId, cardImage: image } = settings;
  if (!of) {
    return { app: null, kf: null, external: null, signIn: null, directory: null };
  }
  const api = new WeComApi(of, tools);
  const scene = new KfScene(orders.sceneKey);
  const welcome = orders.kfWelcome;
  const kf =
    kfId === null ? null : new WeComKfChannel({ tools, api, kfId, scene, welcome, openDialogue });
  const external = new WeComExternal(api, tools, orders.contactWelcome);
  return {
    app: keys ? new WeComChannel({ tools, api, keys, image, kf, external }) : null,
    ...{ kf, external },
    signIn: new WeComSignIn(api, tools, orders.origins),
    directory: new WeComDirectory(api),
  };
}

/** Builds what the settings have. Nothing connects and nothing is asked before `listen` or the first call. */
export function weComOf(settings: WeComSettings, tools: ChannelTools, orders: WeComOrders): WeCom {
  const parts = ofApp(settings, tools, orders);
  const bot = settings.bot ? new WeComBotChannel(settings.bot, tools) : null;
  const robot = settings.robot ? new WeComRobotChannel(settings.robot, tools) : null;
  const all: (Channel | null)[] = [parts.app, parts.kf, bot, robot];
  return { channels: all.filter((channel) => channel !== null), ...parts };
}
