// @ts-nocheck: the compiler takes each element for possibly missing; to ask would slow down what is to be fast.
// The plain, careful JavaScript to compare with: flat Float64Arrays, loops over them, nothing allocated in the loop, the
// branch on the activation outside the loop over units. It computes what the core computes, one example after the other.

/**
 * @typedef {object} Workload as the benchmark's WebAssembly module hands it over
 * @property {string} name
 * @property {Float64Array} widths the inputs, then the units of each layer
 * @property {string[]} activations of each layer: relu, sigmoid, tanh or, at the end, softmax
 * @property {boolean} biased
 * @property {Float64Array} parameters layer by layer: weights row-major, then biases
 * @property {Float64Array} inputs (examples, inputs)
 * @property {Float64Array} targets (examples, outputs)
 * @property {string} loss squared_error, half_squared_error or cross_entropy
 * @property {number} alpha
 * @property {number} batch
 */

/**
 * @param {string} activation
 * @param {Float64Array} a holds z and receives f(z)
 * @param {number} at
 * @param {number} units
 */
function activate(activation, a, at, units) {
  const end = at + units;
  if (activation === 'tanh') {
    for (let k = at; k < end; k++) a[k] = Math.tanh(a[k]);
  } else if (activation === 'relu') {
    for (let k = at; k < end; k++) if (a[k] < 0) a[k] = 0;
  } else if (activation === 'sigmoid') {
    for (let k = at; k < end; k++) a[k] = 1 / (1 + Math.exp(-a[k]));
  } else {
    let largest = a[at];
    for (let k = at + 1; k < end; k++) if (a[k] > largest) largest = a[k];
    let sum = 0;
    for (let k = at; k < end; k++) {
      a[k] = Math.exp(a[k] - largest);
      sum += a[k];
    }
    for (let k = at; k < end; k++) a[k] /= sum;
  }
}

/**
 * dC_da becomes dC_dz.
 * @param {string} activation
 * @param {Float64Array} a
 * @param {Float64Array} d
 * @param {number} at
 * @param {number} units
 */
function throughActivation(activation, a, d, at, units) {
  const end = at + units;
  if (activation === 'tanh') {
    for (let k = at; k < end; k++) d[k] *= 1 - a[k] * a[k];
  } else if (activation === 'relu') {
    for (let k = at; k < end; k++) if (a[k] <= 0) d[k] = 0;
  } else if (activation === 'sigmoid') {
    for (let k = at; k < end; k++) d[k] *= a[k] * (1 - a[k]);
  }
}

/** @param {Workload} workload */
export function baseline({ widths, activations, biased, parameters, inputs, targets, loss, alpha, batch }) {
  const layers = widths.length - 1;
  const w = parameters.slice();
  const gradient = new Float64Array(w.length);
  const inputCount = widths[0];
  const outputCount = widths[layers];
  const examples = inputs.length / inputCount;
  // Where each layer's values and parameters begin; the network's inputs count as layer 0.
  const value = new Int32Array(layers + 2);
  const weight = new Int32Array(layers + 2);
  for (let l = 0; l <= layers; l++) value[l + 1] = value[l] + widths[l];
  for (let l = 1; l <= layers; l++) weight[l + 1] = weight[l] + widths[l] * (widths[l - 1] + (biased ? 1 : 0));
  const a = new Float64Array(value[layers + 1]);
  const d = new Float64Array(value[layers + 1]);

  function forward() {
    for (let l = 1; l <= layers; l++) {
      const before = value[l - 1];
      const here = value[l];
      const count = here - before;
      const units = value[l + 1] - here;
      let k = weight[l];
      const bias = k + units * count;
      for (let j = 0; j < units; j++) {
        let sum = 0;
        for (let i = 0; i < count; i++) sum += w[k++] * a[before + i];
        a[here + j] = biased ? sum + w[bias + j] : sum;
      }
      activate(activations[l - 1], a, here, units);
    }
  }

  /** @param {number} example */
  function backward(example) {
    const last = value[layers];
    let cost = 0;
    for (let k = 0; k < outputCount; k++) {
      const y = targets[example * outputCount + k];
      const error = a[last + k] - y;
      if (loss === 'cross_entropy') {
        if (y !== 0) cost -= y * Math.log(a[last + k]);
        d[last + k] = error; // the softmax's slope included: the targets add up to 1
      } else if (loss === 'squared_error') {
        cost += error * error;
        d[last + k] = 2 * error;
      } else {
        cost += 0.5 * error * error;
        d[last + k] = error;
      }
    }
    for (let l = layers; l >= 1; l--) {
      const before = value[l - 1];
      const here = value[l];
      const count = here - before;
      const units = value[l + 1] - here;
      throughActivation(activations[l - 1], a, d, here, units);
      let k = weight[l];
      const bias = k + units * count;
      if (l > 1) d.fill(0, before, here);
      for (let j = 0; j < units; j++) {
        const slope = d[here + j];
        if (l > 1) {
          for (let i = 0; i < count; i++, k++) {
            gradient[k] += slope * a[before + i];
            d[before + i] += slope * w[k];
          }
        } else {
          for (let i = 0; i < count; i++) gradient[k++] += slope * a[before + i];
        }
        if (biased) gradient[bias + j] += slope;
      }
    }
    return cost;
  }

  /** @param {number} steps from the start on; the parameters after them, and the cost of each step's batch */
  function descend(steps) {
    w.set(parameters);
    const costs = new Float64Array(steps);
    let next = 0;
    for (let step = 0; step < steps; step++) {
      const end = Math.min(next + batch, examples);
      const count = end - next;
      gradient.fill(0);
      let cost = 0;
      for (; next < end; next++) {
        for (let i = 0; i < inputCount; i++) a[i] = inputs[next * inputCount + i];
        forward();
        cost += backward(next);
      }
      if (next === examples) next = 0;
      costs[step] = cost / count;
      const rate = alpha / count;
      for (let k = 0; k < w.length; k++) w[k] -= rate * gradient[k];
    }
    return { parameters: w, costs };
  }

  /** @param {Float64Array} points (count, inputs) */
  function predict(points) {
    const count = points.length / inputCount;
    const outputs = new Float64Array(count * outputCount);
    w.set(parameters);
    for (let n = 0; n < count; n++) {
      for (let i = 0; i < inputCount; i++) a[i] = points[n * inputCount + i];
      forward();
      for (let k = 0; k < outputCount; k++) outputs[n * outputCount + k] = a[value[layers] + k];
    }
    return outputs;
  }

  return { descend, predict };
}
