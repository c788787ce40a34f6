import { useSignal } from '@preact/signals';
import type { Check } from '../../../../bindings/backprop';
import type { Engine } from '../../engine/engine';
import { checkWords as words } from '../../format/strings/check';
import { closerWords } from '../../format/strings/closer';
import type { Scenario } from '../../scenario/types';
import { Pages } from '../table/Pages';
import styles from './Check.module.css';
import { CheckRow } from './CheckRow';

const perPage = 12;

interface CheckTableProps {
  engine: Engine;
  scenario: Scenario;
  checked: Check;
  /** Index of the parameter that agrees in the fewest digits. */
  least: number | undefined;
}

/** A row for each parameter, a page of them at a time. */
export function CheckTable({ engine, scenario, checked, least }: CheckTableProps) {
  const turned = useSignal(0);
  const pages = Math.max(1, Math.ceil(checked.parameters.length / perPage));
  const page = Math.min(turned.value, pages - 1);
  const first = page * perPage;
  const turn = (to: number) => {
    turned.value = to;
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the arrow keys */}
      <section class={styles.scroll} aria-label={words.table} tabIndex={0}>
        <table>
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
              <th scope="col">
                <span class={styles.numbers}>
                  <span>{words.analytic}</span> <span>{words.numeric}</span>
                </span>
              </th>
              <th scope="col">
                <i>{words.step}</i>
              </th>
              <th scope="col">{words.agree}</th>
            </tr>
          </thead>
          <tbody>
            {checked.parameters.slice(first, first + perPage).map((one, i) => (
              <CheckRow
                key={JSON.stringify(one.ref)}
                engine={engine}
                scenario={scenario}
                one={one}
                least={first + i === least && checked.parameters.length > 1}
              />
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <Pages
          caption={closerWords.names.check}
          page={page}
          count={checked.parameters.length}
          size={perPage}
          onPage={turn}
        >
          {least !== undefined && (
            <button type="button" onClick={() => turn(Math.floor(least / perPage))}>
              {words.toWorst}
            </button>
          )}
        </Pages>
      )}
    </>
  );
}
