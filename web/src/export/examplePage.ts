/**
 * A built-in example as a page of its own, without any script: what to look for, the network with its numbers, and a link
 * that opens it. Programs that preview links see such a page; what stands behind a # they never see.
 */
import type { Evaluation } from '../../../bindings/backprop';
import { exactText, formatNumber } from '../format/number';
import { exampleWords } from '../format/strings/examples';
import { activationName, costText, derivativeText, outputText, quantityOf, text, type Writing } from '../format/symbol';
import { fragmentFor } from '../scenario/link/encode';
import { type PresetId, presets } from '../scenario/presets';
import { parameterAt, parameters } from '../scenario/refs';
import { bookmarkOf, startNotation } from '../scenario/start';
import type { ParameterRef, Scenario } from '../scenario/types';
import { networkPicture } from './networkPicture';

interface ExampleNumbers {
  readonly evaluation: Evaluation;
  /** ∂C of the first example by each parameter. */
  readonly gradientOf: (ref: ParameterRef) => number;
}

const number = (x: number): string => formatNumber(x, startNotation);
const given = (x: number): string => exactText(x, startNotation);

const escaped = (plain: string): string =>
  plain.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

const lookOf = (id: PresetId): string => exampleWords.look[id](startNotation.cost, startNotation.rate, given);

/** `site` is where the whole page will be published, with a slash at its end, when that is known. */
export function examplePage(id: PresetId, numbers: ExampleNumbers, site = ''): string {
  const scenario: Scenario = presets[id];
  const title = escaped(scenario.title ?? id);
  const w = writing(scenario);
  const open = escaped(`../${fragmentFor(bookmarkOf(scenario))}`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Backprop Playground</title>
    <meta name="description" content="${escaped(lookOf(id))}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Backprop Playground" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${escaped(lookOf(id))}" />
    <meta property="og:image" content="${site ? `${site}examples/` : ''}${id}.png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${title}: the network with its forward values and backward derivatives" />
${site ? `    <meta property="og:url" content="${site}examples/${id}.html" />\n` : ''}    <meta name="twitter:card" content="summary_large_image" />
    <link rel="icon" href="../icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="examples.css" />
  </head>
  <body>
    <main>
      <p><a href="./">Examples</a></p>
      <h1>${title}</h1>
      <p>${escaped(lookOf(id))}</p>
      <p><a class="open" href="${open}">Open it in the playground</a></p>
      ${networkPicture(scenario)}
      ${forward(scenario, numbers.evaluation, w)}
      ${gradients(scenario, numbers, w)}
    </main>
  </body>
</html>
`;
}

function forward(
  { layers, examples: rows, loss }: Scenario,
  { layers: traced, loss: cost }: Evaluation,
  w: Writing,
): string {
  const { inputs = [], targets = [] } = rows[0] ?? {};
  const values = [
    ...inputs.map((x, i) => `${text({ kind: 'x', layer: 0, unit: 0, input: i }, w)} = ${given(x)}`),
    ...layers.flatMap(({ activation }, layer) =>
      Array.from(traced[layer]?.a ?? [], (a, unit) => {
        const z = text({ kind: 'z', layer, unit }, w);
        return `${outputText({ kind: 'a', layer, unit }, w)} = ${activationName(activation)}(${z}) = ${number(a)}`;
      }),
    ),
    `y should be ${targets.map(given).join(', ')}`,
    `C = ${costText(loss, w)} = ${number(cost)}`,
  ];
  const first = rows.length > 1 ? ` of the first of ${rows.length} examples` : '';
  return `<h2>Forward values${first}</h2>
      <ul>${values.map((value) => `<li>${escaped(value)}</li>`).join('')}</ul>`;
}

function gradients(scenario: Scenario, { gradientOf }: ExampleNumbers, w: Writing): string {
  const rows = parameters(scenario).map((ref) => {
    const of = quantityOf(ref);
    const cells = [
      number(parameterAt(scenario, ref)),
      derivativeText({ kind: 'C', layer: 0, unit: 0 }, of, w),
      number(gradientOf(ref)),
    ];
    return `<tr><th scope="row">${text(of, w)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<h2>Its parameters, and how strongly C answers each</h2>
      <table>
        ${rows.join('\n        ')}
      </table>`;
}

const writing = ({ layers, examples: [example] }: Scenario): Writing => ({
  notation: startNotation,
  slim: example?.inputs.length === 1 && layers.every(({ weights }) => weights.length === 1),
  depth: layers.length,
  outputs: layers.at(-1)?.weights.length ?? 1,
});

/** The list of them all. */
export const examplesPage = (): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Examples · Backprop Playground</title>
    <meta name="description" content="${escaped(exampleWords.lead)}" />
    <link rel="icon" href="../icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="examples.css" />
  </head>
  <body>
    <main>
      <p><a href="../">Backprop Playground</a></p>
      <h1>Examples</h1>
      <dl>
        ${(Object.keys(presets) as PresetId[])
          .map(
            (id) =>
              `<dt><a href="${id}.html">${escaped(presets[id].title ?? id)}</a></dt><dd>${escaped(lookOf(id))}</dd>`,
          )
          .join('\n        ')}
      </dl>
    </main>
  </body>
</html>
`;
