import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { version } from '../package.json';
import { ModuleListPlugin } from './moduleList';

const root = path.resolve(__dirname, '..');

/** Where the mini-program finds the API; the H5 is served by the API's own process and needs no host. */
const apiBaseUrl = (platform: string | undefined) =>
  process.env['TARO_APP_API_BASE_URL'] ?? (platform === 'h5' ? '' : 'http://127.0.0.1:3000');

/** Pixels stay pixels: text and targets must not grow with the width of a tablet or a desktop window. */
const keepPixels = { pxtransform: { enable: false, config: {} } };

/** Pages are at most eleven elements deep; each further level would repeat every template. Taro's types do not know it. */
const templateDepth = { baseLevel: 12 };

export default defineConfig<'webpack5'>(() => {
  const platform = process.env['TARO_ENV'];
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'gov-counter',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${platform ?? 'weapp'}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [path.join(root, 'config/plugins/accessibility/index.ts')],
    defineConstants: { API_BASE_URL: JSON.stringify(apiBaseUrl(platform)), APP_VERSION: JSON.stringify(version) },
    // Named by theme.json only, which the build does not follow.
    copy: platform === 'weapp' ? { patterns: [{ from: 'src/assets/tabs', to: 'dist/weapp/assets/tabs' }], options: {} } : { patterns: [], options: {} },
    mini: {
      ...templateDepth,
      postcss: keepPixels,
      // A module that only features use is packed with them: the main package opens first and stays small.
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain(chain) {
        chain.plugin('module-list').use(ModuleListPlugin, [path.join(root, 'dist/weapp-modules.json')]);
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      // While developing, the API runs beside the watcher.
      devServer: { open: false, proxy: [{ context: ['/api'], target: 'http://127.0.0.1:3000' }] },
      postcss: { ...keepPixels, autoprefixer: { enable: true, config: {} } },
      // No rem, so no script in the page: the Content-Security-Policy needs no exception.
      htmlPluginOption: { script: '' },
      webpackChain(chain) {
        // Taro's global style brings a font as data, which the Content-Security-Policy refuses, and forbids selecting text.
        // Our components draw plain elements in the browser and need nothing of it.
        for (const style of ['global.css', 'dist/taro-components/taro-components.css']) {
          chain.resolve.alias.set(`@tarojs/components/${style}`, path.join(root, 'src/styles/browser.scss'));
        }
        // Otherwise every page brings its own copy of the components.
        chain.merge({ optimization: { splitChunks: { cacheGroups: { shared: { name: 'shared', chunks: 'async', minChunks: 2, enforce: true } } } } });
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
    },
  };
  return config;
});
