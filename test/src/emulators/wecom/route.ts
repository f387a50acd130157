import type { Fields } from './wire.js';
import type { WeComAppSetup, World } from './world.js';

/** A call as a route sees it. */
export interface Call {
  world: World;
  /** Whose token it carries. */
  app: WeComAppSetup;
  query: URLSearchParams;
  body: Fields;
  raw: string;
}

export type Route = (call: Call) => Fields;
