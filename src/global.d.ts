/** Set by the build from TARO_APP_API_BASE_URL; empty means the page's own origin. */
declare const API_BASE_URL: string;

declare module '*.png';
declare module '*.scss';
