import { depthWords as words } from '../../format/strings/depth';
import { isSlim, outputCount } from '../../scenario/shape';
import type { Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { isNetwork } from './chains';
import styles from './Depth.module.css';

/** What stands side by side, and which of the two is the network on screen. */
export function Lead({ scenario, layers, noOne }: { scenario: Scenario; layers: number; noOne: boolean }) {
  const example = usePage().playground.example.value;
  const one = words.one(outputCount(scenario));
  const chain = words.chain(layers);
  return (
    <p class={styles.lead} data-testid="depth-lead">
      {[
        words.lead(one, scenario.examples.length > 1 ? words.shownExample(example + 1) : ''),
        noOne ? words.noOne : (scenario.layers.length === 1 ? words.itself : words.made)(one),
        ...(isSlim(scenario) ? [] : [words.noChain]),
        (isNetwork(scenario, layers) ? words.itself : words.another)(chain),
      ].join(' ')}
    </p>
  );
}
