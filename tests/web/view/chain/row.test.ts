import { describe, expect, test } from 'vitest';
import { presets } from '../../../../web/src/scenario/presets';
import type { Ref, Scenario } from '../../../../web/src/scenario/types';
import { sharingOf, tilesOf } from '../../../../web/src/view/chain/row';
import { engine } from '../../state/stage';

const named = ({ of, by }: { of: { kind: string; layer?: number }; by: { kind: string; layer?: number } }) =>
  `${of.kind}${of.layer ?? ''}/${by.kind}${by.layer ?? ''}`;
const w = (layer: number, unit = 0, input = 0) => ({ layer, unit, input });
const linksOf = (s: Scenario, ref: Ref) => engine.derive(s, ref).factors.map((f, tint) => ({ ...f, tint }));

describe('the row of tiles', () => {
  const links = linksOf(presets.note, w(0));

  test('stands in the order of a nudge, or turned round with the cost first', () => {
    const order = (costFirst: boolean) => tilesOf(links, { costFirst, opened: false }).map(({ link }) => named(link));
    expect(order(false)).toEqual(['a0/w0', 'a1/a0', 'a2/a1', 'C/a2']);
    expect(order(true)).toEqual(['C/a2', 'a2/a1', 'a1/a0', 'a0/w0']);
  });

  test('opened, shows each factor as its parts, which multiply to the same gradient and light the factor', () => {
    const tiles = tilesOf(links, { costFirst: false, opened: true });
    expect(tiles.map(({ link }) => named(link))).toEqual([
      'z0/w0',
      'a0/z0',
      'z1/a0',
      'a1/z1',
      'z2/a1',
      'a2/z2',
      'C/a2',
    ]);
    expect(tiles.reduce((product, { link }) => product * link.value, 1)).toBeCloseTo(
      engine.derive(presets.note, w(0)).gradient,
      14,
    );
    for (const { link, whole } of tiles) expect([whole, ...whole.parts].map(named)).toContain(named(link));
  });
});

describe('what a neighbour shares', () => {
  const sharing = (s: Scenario, pick: Ref) =>
    sharingOf(s, pick, engine.derive(s, pick).factors, (ref) => engine.derive(s, ref));

  test('in a chain is all that lies between the next weight’s neuron and the cost', () => {
    const found = sharing(presets.note, w(0));
    expect(found?.with).toEqual(w(1));
    expect(found?.shared.map(named)).toEqual(['a2/a1', 'C/a2']);
  });

  test('for the last weight is the cost’s own slope, which the weight before has too', () => {
    const found = sharing(presets.note, w(2));
    expect(found?.with).toEqual(w(1));
    expect(found?.shared.map(named)).toEqual(['C/a2']);
  });

  test('where the next layer is wide is all behind the unit, which its other weights and its bias have too', () => {
    expect(sharing(presets.textbook, w(0, 1, 0))?.with).toEqual(w(0, 1, 1));
    expect(sharing(presets.textbook, { layer: 0, unit: 1, bias: true })?.with).toEqual(w(0, 1, 0));
    expect(sharing(presets.textbook, w(0, 1, 0))?.shared.map(named)).toEqual(['C/a0']);
  });

  test('is nothing where there is no other parameter', () => {
    expect(sharing(presets.shallow, w(0))).toBeUndefined();
  });

  test('is a factor of both products, for every parameter of every example', () => {
    for (const s of Object.values(presets) as Scenario[]) {
      for (const [layer, { weights }] of s.layers.entries()) {
        for (const [unit, row] of weights.entries()) {
          for (const input of row.keys()) {
            const found = sharing(s, { layer, unit, input });
            const other = found ? engine.derive(s, found.with).factors.map(named) : [];
            for (const part of found?.shared ?? []) expect(other).toContain(named(part));
          }
        }
      }
    }
  });
});
