/** In place of a puppet for private accounts of WeChat, which wechaty would start when none is given. */
export {};
