import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import attributes from './attributes.json';

interface MiniPlatform {
  platform: string;
  runtimePath: string | string[];
  template: { mergeComponents(ctx: IPluginContext, patch: typeof attributes): void };
}

/**
 * Taro's WeChat templates list the attributes they pass on, and no aria-* is among them: whatever a page says about
 * roles and labels is dropped. This adds them to the templates at build time; `runtime.js` adds the same names at run
 * time, because both sides number attributes by the sorted list of their names.
 */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod('onSetupClose', (platform: MiniPlatform) => {
    if (platform.platform !== 'weapp') return;
    platform.template.mergeComponents(ctx, attributes);
    platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat();
  });
};
