/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';

/** Address of the H5 app that a mini-program opens; set at build time by H5_ORIGIN, else empty. */
declare const H5_ORIGIN: string;

/** Version of the face library, part of the address its files are served at. */
declare const FACE_VERSION: string;

/** webpack's own: fetches a part of the application with its styles; platform/page-load stands in for it. */
declare let __webpack_chunk_load__: (name: string | number) => Promise<unknown>;

/** What index.html has for a bad line, in a browser. */
interface Window {
  /** Says above the page that the line is slow, or that a part does not come and how to get on. */
  zhiyuLine: (
    state: 'fine' | 'slow' | 'stuck' | 'broken',
    again?: () => void,
    text?: string,
  ) => void;
  /** Ends what index.html does while the application itself is on its way. */
  zhiyuOpened: () => void;
  /** Answers that index.html asked for before the application was read, by their addresses. */
  zhiyuEarly?: Record<string, Promise<Response> | undefined>;
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5' | 'dd';
  }
}
