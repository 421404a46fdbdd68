// Plain JavaScript: webpack takes it as it is, beside the platform's own runtime.
import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './attributes.json';

mergeInternalComponents(attributes);
