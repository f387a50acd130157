/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';

/** Address of the H5 app that a mini-program opens; set at build time by H5_ORIGIN, else empty. */
declare const H5_ORIGIN: string;

/** Version of the face library, part of the address its files are served at. */
declare const FACE_VERSION: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5' | 'dd';
  }
}
