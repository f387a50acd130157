/** What the guide tells, in this order; each has a caption and a rule in the dictionary. */
export const scenes = ['flow', 'think', 'answer', 'review', 'network', 'facts'] as const;
export type Scene = (typeof scenes)[number];

export const SCENE_COUNT = scenes.length;
/** How long a scene stays (ms); the whole film is 45 seconds. */
export const SCENE_MS = 7_500;
export const WHOLE_MS = SCENE_COUNT * SCENE_MS;
