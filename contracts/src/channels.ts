import { z } from 'zod';
import { momentSchema } from './basics.js';

/** The channels outside the web inbox, in the order the administrator sees them. */
export const outsideChannels = [
  'dingtalk',
  'wecom',
  'wecomkf',
  'wecombot',
  'wecomrobot',
  'feishu',
  'mail',
  'sms',
] as const;
export type OutsideChannel = (typeof outsideChannels)[number];

export const channelStateSchema = z.object({
  name: z.enum(outsideChannels),
  /** off: settings are missing; ready: speaks when asked; connected: holds an open connection. */
  state: z.enum(['off', 'ready', 'connecting', 'connected', 'failing']),
  /** Null where the channel is off. */
  since: momentSchema.nullable(),
  lastError: z.object({ at: momentSchema, text: z.string() }).nullable(),
  /** End of the access token; null where there is none. */
  tokenUntil: momentSchema.nullable(),
  quotas: z.array(z.object({ name: z.string(), used: z.number(), limit: z.number().nullable() })),
  /** Names of the settings that are needed and not there. */
  missing: z.array(z.string()),
});
export type ChannelState = z.infer<typeof channelStateSchema>;
export const channelListSchema = z.object({ channels: z.array(channelStateSchema) });
export type ChannelList = z.infer<typeof channelListSchema>;

export const testChannelSchema = z.object({ name: z.enum(outsideChannels) });
export type TestChannel = z.infer<typeof testChannelSchema>;
export const channelTestSchema = z.object({
  delivered: z.boolean(),
  /** Why not, in words; empty when it was delivered. */
  reason: z.string(),
});
export type ChannelTest = z.infer<typeof channelTestSchema>;

/** Where a candidate goes on in WeChat; null where the company has no 微信客服. */
export const candidateChatSchema = z.object({ url: z.string().nullable() });
export type CandidateChat = z.infer<typeof candidateChatSchema>;
