/** The keys of a readable link, as a bookmark. */
import { parseBookmark } from '../parse';
import { Notes, refuse } from '../reading';
import type { Scenario } from '../types';
import { isKnown, type Part, valuesOf } from './keys';
import type { Initialise, Readable } from './opened';
import { checkVersion, keyOf } from './problem';
import { type Drawing, documentOf, type Values } from './read';

/** Opens what the keys say, or throws a Refusal that names one of them. */
export async function openParts(
  parts: readonly Part[],
  beside: readonly string[],
  initialise: Initialise,
): Promise<Readable> {
  const values = valuesOf(parts);
  const notes = new Notes();
  for (const key of [...values.keys(), ...beside]) if (!isKnown(key)) notes.leftOut(key.slice(0, 40));
  return { bookmark: await bookmarkOf(values, initialise), notices: notes.sentences() };
}

export async function bookmarkOf(values: Values, initialise: Initialise): Promise<Readable['bookmark']> {
  const version = values.get('v');
  if (version !== undefined) checkVersion(version);
  const { document, drawing } = documentOf(values);
  const parsed = parseBookmark(document);
  if (!parsed.ok) return refuse(keyOf(parsed.path), parsed.message);
  const bookmark = parsed.value;
  if (!drawing) return bookmark;
  const layers = await drawn(bookmark.start.layers, drawing, initialise);
  return { ...bookmark, start: { ...bookmark.start, layers } };
}

/** The layers with weights that the engine draws; their biases stay. */
async function drawn(
  layers: Scenario['layers'],
  drawing: Drawing,
  initialise: Initialise,
): Promise<Scenario['layers']> {
  const zeros = (count: number) => Array.from({ length: count }, () => 0);
  const example = {
    inputs: zeros(layers[0]?.weights[0]?.length ?? 0),
    targets: zeros(layers.at(-1)?.weights.length ?? 0),
  };
  const bare: Scenario = {
    version: 1,
    layers: layers.map(({ activation, weights }) => ({ activation, weights })),
    examples: [example],
    loss: 'squared_error',
    descent: { rule: 'gradient_descent', alpha: 0 },
  };
  const { layers: fresh } = await drawnBy(initialise, bare, drawing);
  return layers.map((layer, k) => ({ ...layer, weights: fresh[k]?.weights ?? layer.weights }));
}

/** What draws weights may have to be fetched first, which can fail. */
async function drawnBy(initialise: Initialise, s: Scenario, drawing: Drawing): Promise<Scenario> {
  try {
    return await initialise(s, drawing);
  } catch (problem) {
    return refuse(
      'init',
      `asks for weights that could not be drawn: ${problem instanceof Error ? problem.message : problem}`,
    );
  }
}
