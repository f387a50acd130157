import { z } from 'zod';

/** Chats whose accounts can sign in here and whose directory can be read. */
export const chats = ['dingtalk', 'wecom', 'feishu'] as const;
export type ChatName = (typeof chats)[number];
const chat = z.enum(chats);

/** Chats that are set up, in the order of `chats`. */
export const chatWaysSchema = z.object({ ways: z.array(z.object({ chat })) });
export type ChatWays = z.infer<typeof chatWaysSchema>;

export const startChatSchema = z.object({
  chat,
  /** The page is shown within the chat: no password, no QR code. */
  inside: z.boolean(),
});
export type StartChat = z.infer<typeof startChatSchema>;
export const chatStartedSchema = z.object({
  /**
   * Where the browser goes. Within DingTalk nobody goes anywhere: `corpId` and `clientId` stand in its query, and the
   * page asks DingTalk for the code itself.
   */
  url: z.string(),
  /** Comes back with the code; works once, for ten minutes, in this browser. */
  state: z.string(),
});
export type ChatStarted = z.infer<typeof chatStartedSchema>;

export const finishChatSchema = z.object({
  chat,
  code: z.string().min(1).max(1000),
  state: z.string().min(1).max(128),
});
export type FinishChat = z.infer<typeof finishChatSchema>;

export const askJsConfigSchema = z.object({
  chat,
  /** Of a page of this server, as the browser shows it. */
  url: z.url({ protocol: /^https?$/ }).max(2000),
});
export type AskJsConfig = z.infer<typeof askJsConfigSchema>;
export const jsConfigSchema = z.object({
  /** For the chat's own JavaScript: names and values as that chat has them. */
  config: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type JsConfig = z.infer<typeof jsConfigSchema>;

export const syncDirectorySchema = z.object({
  chat,
  /** Says what would change and changes nothing. */
  dryRun: z.boolean(),
});
export type SyncDirectory = z.infer<typeof syncDirectorySchema>;

/**
 * What a sync does with a person. linked: an account that is here gets its address, known by the company's mail; closed: no longer in the
 * chat; reopened: back in it; kept: left as it is although the chat says otherwise (the last administrator, or
 * somebody whom an administrator deactivated).
 */
export const personSteps = ['added', 'linked', 'changed', 'closed', 'reopened', 'kept'] as const;
export type PersonStepKind = (typeof personSteps)[number];
/** What a sync does with a department; released: gone from the chat, from now on kept by hand. */
export const departmentSteps = ['added', 'changed', 'released'] as const;
export type DepartmentStepKind = (typeof departmentSteps)[number];

const count = z.number().int().nonnegative();
export const directoryResultSchema = z.object({
  chat,
  dryRun: z.boolean(),
  departments: z.record(z.enum(departmentSteps), count),
  people: z.record(z.enum(personSteps), count),
  /** People of the chat who are here already as they should be. */
  same: count,
  /** The first of them, by name. */
  steps: z.array(
    z.discriminatedUnion('of', [
      z.object({ of: z.literal('department'), kind: z.enum(departmentSteps), name: z.string() }),
      z.object({ of: z.literal('person'), kind: z.enum(personSteps), name: z.string() }),
    ]),
  ),
});
export type DirectoryResult = z.infer<typeof directoryResultSchema>;

export const askDirectoryRunSchema = z.object({ chat });
export type AskDirectoryRun = z.infer<typeof askDirectoryRunSchema>;

/** A run that an administrator began; it goes on whether or not he waits for it. */
export const directoryRunSchema = z.object({
  id: z.string(),
  chat,
  dryRun: z.boolean(),
  state: z.enum(['reading', 'changing', 'done', 'failed']),
  /** People who are brought up to date already, and all of them; 0 while it reads. */
  done: count,
  total: count,
  /** Once it is done. */
  result: directoryResultSchema.nullable(),
  /** Why it failed, in words. */
  problem: z.string(),
});
export type DirectoryRun = z.infer<typeof directoryRunSchema>;
/** The newest run of the last day; null where there was none. */
export const lastDirectoryRunSchema = z.object({ run: directoryRunSchema.nullable() });
export type LastDirectoryRun = z.infer<typeof lastDirectoryRunSchema>;
