/** Set by the build from TARO_APP_API_BASE_URL; empty means the page's own origin. */
declare const API_BASE_URL: string;
/** Set by the build from package.json. */
declare const APP_VERSION: string;

declare module '*.png';
declare module '*.scss';
