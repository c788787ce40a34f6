/** The module of the page's first screen: a part of the core's functions, with the same face. */
import type { BackpropModule } from './backprop';

export type FirstModule = Pick<
  BackpropModule,
  'keepLists' | 'evaluate' | 'derive' | 'gradient' | 'descend' | 'nudge' | 'predict' | 'examples'
>;

export default function createFirst(options?: { locateFile?: (file: string) => string }): Promise<FirstModule>;
