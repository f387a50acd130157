/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';

/** Address of the H5 app that a mini-program opens; set at build time by H5_ORIGIN, else empty. */
declare const H5_ORIGIN: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5' | 'dd';
  }
}
