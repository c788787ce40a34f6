/** How a link names a number of the network: w.2.1.3, b.2.1, a.2.1, from 1; w2, b2, a2 where that leaves no doubt. */

import { refuse } from '../reading';
import { hasRef, isBias, isWeight } from '../refs';
import { isSlim } from '../shape';
import type { Layered, Ref } from '../types';
import { shown } from './numbers';

export function writtenRef(s: Layered, ref: Ref): string {
  const letter = isWeight(ref) ? 'w' : isBias(ref) ? 'b' : 'a';
  if (isSlim(s)) return `${letter}${ref.layer + 1}`;
  return [letter, ref.layer + 1, ref.unit + 1, ...(isWeight(ref) ? [ref.input + 1] : [])].join('.');
}

const short = /^([wba])([1-9]\d?)$/;
const long = /^(?:(w)\.([1-9]\d?)\.([1-9]\d?)\.([1-9]\d?)|([ba])\.([1-9]\d?)\.([1-9]\d?))$/;

/** The number that a name names. @param key that a refusal names */
export function refIn(s: Layered, text: string, key: string): Ref {
  const name = text.trim();
  const ref =
    shortRef(s, name, key) ?? longRef(name) ?? refuse(key, `expects a name such as w.1.1.1, got ${shown(name)}`);
  return hasRef(s, ref) ? ref : refuse(key, `names ${name}, which this network does not have`);
}

function shortRef(s: Layered, name: string, key: string): Ref | undefined {
  const [, letter, layer] = short.exec(name) ?? [];
  if (letter === undefined) return undefined;
  if (!isSlim(s)) refuse(key, `expects a full name such as ${letter}.1.1${letter === 'w' ? '.1' : ''}, got ${name}`);
  return refOf(letter, Number(layer), 1, 1);
}

function longRef(name: string): Ref | undefined {
  const [, w, wLayer, wUnit, input, letter, layer, unit] = long.exec(name) ?? [];
  if (w !== undefined) return refOf(w, Number(wLayer), Number(wUnit), Number(input));
  return letter === undefined ? undefined : refOf(letter, Number(layer), Number(unit), 1);
}

/** Counted from 1. */
function refOf(letter: string, layer: number, unit: number, input: number): Ref {
  const at = { layer: layer - 1, unit: unit - 1 };
  if (letter === 'w') return { ...at, input: input - 1 };
  return letter === 'b' ? { ...at, bias: true } : at;
}
