"""PyTorch's answers to the parity cases: plain torch.nn.functional, autograd and torch.optim, in double precision.

Reads a JSON list of {scenario, batches} from the first file and writes a JSON list of answers to the second. It never
sees what the engine answered. Everything that can be looked up in PyTorch is left to PyTorch; what stands here is the
meaning of the document: which function a name asks for, and which examples make a step.
"""
import json
import math
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def numbers(values, **options):
    """In double precision, also where JSON shows whole numbers."""
    return torch.tensor(values, dtype=torch.float64, **options)

# How many examples of a case are looked at one by one.
MOST_EVALUATED = 6

ACTIVATIONS = {
    "identity": lambda z: z,
    "relu": F.relu,
    "leaky_relu": F.leaky_relu,
    "elu": F.elu,
    "softplus": lambda z: F.softplus(z, threshold=math.inf),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "gelu": F.gelu,
    "silu": F.silu,
    "sin": torch.sin,
    "cos": torch.cos,
    "exp": torch.exp,
    "softmax": lambda z: F.softmax(z, dim=-1),
}


def loss_of_outputs(name, a, y):
    """The mean loss of examples, one a row, from their outputs."""
    count = y.shape[0]
    if name == "squared_error":
        return F.mse_loss(a, y, reduction="sum") / count
    if name == "half_squared_error":
        return F.mse_loss(a, y, reduction="sum") / 2 / count
    if name == "mean_squared_error":
        return F.mse_loss(a, y)
    if name == "absolute_error":
        return F.l1_loss(a, y, reduction="sum") / count
    if name == "huber":
        return F.huber_loss(a, y, reduction="sum") / count
    if name == "binary_cross_entropy":
        return F.binary_cross_entropy(a, y, reduction="sum") / count
    raise ValueError(name)


def loss_of_sums(name, output, z, a, y):
    """The same, taken from z where PyTorch offers that."""
    if name == "binary_cross_entropy" and output == "sigmoid":
        return F.binary_cross_entropy_with_logits(z, y, reduction="sum") / y.shape[0]
    if name == "cross_entropy":
        return F.cross_entropy(z, y)
    return loss_of_outputs(name, a, y)


def by_outputs(name, output, z, a, y):
    """dC/da of the outputs. Where the loss is taken from z, PyTorch forms no dC/da; it is written out from z as well."""
    z = z.detach()
    if name == "binary_cross_entropy" and output == "sigmoid":
        return (1 - y) / torch.sigmoid(-z) - y / torch.sigmoid(z)
    if name == "cross_entropy":
        return torch.where(y == 0, torch.zeros(()), -y / F.softmax(z, dim=-1))
    outputs = a.detach().requires_grad_()
    (slopes,) = torch.autograd.grad(loss_of_outputs(name, outputs, y), outputs)
    return slopes


class Network:
    def __init__(self, scenario):
        self.scenario = scenario
        self.names = [layer["activation"] for layer in scenario["layers"]]
        self.weights = [numbers(layer["weights"], requires_grad=True) for layer in scenario["layers"]]
        self.biases = [
            numbers(layer["biases"], requires_grad=True) if "biases" in layer else None
            for layer in scenario["layers"]
        ]

    def parameters(self):
        return [p for w, b in zip(self.weights, self.biases) for p in (w, b) if p is not None]

    def forward(self, x):
        """z and a of each layer; x holds one example a row."""
        trace = []
        for name, w, b in zip(self.names, self.weights, self.biases):
            z = F.linear(x, w, b)
            x = ACTIVATIONS[name](z)
            trace.append((z, x))
        return trace

    def cost(self, examples):
        """Mean loss, plus l1·Σ|w| + l2/2·Σw² over the weights."""
        x, y = (numbers([example[key] for example in examples]) for key in ("inputs", "targets"))
        z, a = self.forward(x)[-1]
        cost = loss_of_sums(self.scenario["loss"], self.names[-1], z, a, y)
        descent = self.scenario["descent"]
        for w in self.weights:
            cost = cost + descent.get("l1", 0) * w.abs().sum() + descent.get("l2", 0) / 2 * (w * w).sum()
        return cost

    def cleared(self):
        for p in self.parameters():
            p.grad = None


def optimiser(descent, parameters):
    rule, alpha = descent["rule"], descent["alpha"]
    betas = (descent.get("beta1", 0.9), descent.get("beta2", 0.999))
    if rule == "gradient_descent":
        return torch.optim.SGD(parameters, lr=alpha)
    if rule == "momentum":
        return torch.optim.SGD(parameters, lr=alpha, momentum=descent.get("momentum", 0.9))
    if rule == "nesterov":
        return torch.optim.SGD(parameters, lr=alpha, momentum=descent.get("momentum", 0.9), nesterov=True)
    if rule == "adagrad":
        return torch.optim.Adagrad(parameters, lr=alpha, eps=descent.get("epsilon", 1e-10))
    if rule == "rmsprop":
        return torch.optim.RMSprop(
            parameters, lr=alpha, alpha=descent.get("smoothing", 0.99), eps=descent.get("epsilon", 1e-8)
        )
    if rule == "adam":
        return torch.optim.Adam(parameters, lr=alpha, betas=betas, eps=descent.get("epsilon", 1e-8))
    if rule == "adamw":
        return torch.optim.AdamW(
            parameters,
            lr=alpha,
            betas=betas,
            eps=descent.get("epsilon", 1e-8),
            weight_decay=descent.get("weightDecay", 0.01),
        )
    raise ValueError(rule)


def flat(tensor):
    return tensor.detach().reshape(-1).tolist()


def slopes(name, z):
    z = z.detach()[0]
    if name == "softmax":
        return flat(torch.autograd.functional.jacobian(ACTIVATIONS[name], z))
    z.requires_grad_()
    (slope,) = torch.autograd.grad(ACTIVATIONS[name](z).sum(), z)
    return flat(slope)


def evaluation(scenario, example):
    """Everything that happens to one example, forwards and backwards."""
    network = Network(scenario)
    y = numbers([example["targets"]])
    trace = network.forward(numbers([example["inputs"]]))
    for z, a in trace:
        z.retain_grad()
        a.retain_grad()
    z, a = trace[-1]
    loss = loss_of_sums(scenario["loss"], network.names[-1], z, a, y)
    loss.backward()
    last = by_outputs(scenario["loss"], network.names[-1], z, a, y)
    layers = []
    for k, (z, a) in enumerate(trace):
        layers.append(
            {
                "z": flat(z),
                "a": flat(a),
                "dC_da": flat(a.grad if k + 1 < len(trace) else last),
                "da_dz": slopes(network.names[k], z),
                "dC_dz": flat(z.grad),
                "dC_dW": flat(network.weights[k].grad),
                **({} if network.biases[k] is None else {"dC_db": flat(network.biases[k].grad)}),
            }
        )
    return {"loss": loss.item(), "layers": layers}


def gradient(scenario):
    network = Network(scenario)
    cost = network.cost(scenario["examples"])
    cost.backward()
    layers = [
        {"dC_dW": flat(w.grad), **({} if b is None else {"dC_db": flat(b.grad)})}
        for w, b in zip(network.weights, network.biases)
    ]
    return {"cost": cost.item(), "layers": layers}


def frozen_mask(layer, key, shape):
    flags = layer.get("frozen", {}).get(key)
    if flags is None:
        return torch.zeros(shape, dtype=torch.bool)
    return torch.full(shape, True) if flags is True else torch.tensor(flags)


def training(scenario, batches):
    """Costs before each step, and parameters and rule state after all of them; the last batch is only looked at."""
    network = Network(scenario)
    frozen = []
    for layer, w, b in zip(scenario["layers"], network.weights, network.biases):
        frozen.append((w, frozen_mask(layer, "weights", w.shape), w.detach().clone()))
        if b is not None:
            frozen.append((b, frozen_mask(layer, "biases", b.shape), b.detach().clone()))
    rule = optimiser(scenario["descent"], network.parameters())
    costs = []
    for indices in batches[:-1]:
        network.cleared()
        cost = network.cost([scenario["examples"][n] for n in indices])
        costs.append(cost.item())
        cost.backward()
        rule.step()
        with torch.no_grad():
            for p, mask, start in frozen:
                p.copy_(torch.where(mask, start, p))
    costs.append(network.cost([scenario["examples"][n] for n in batches[-1]]).item())

    def state(p, *names):
        found = [v for v in (rule.state.get(p, {}).get(name) for name in names) if v is not None]
        return flat(found[0]) if found else None

    def of_layer(w, b, *names):
        return {"weights": state(w, *names), **({} if b is None else {"biases": state(b, *names)})}

    pairs = list(zip(network.weights, network.biases))
    return {
        "costs": costs,
        "layers": [{"weights": flat(w), **({} if b is None else {"biases": flat(b)})} for w, b in pairs],
        "first": [of_layer(w, b, "momentum_buffer", "exp_avg") for w, b in pairs],
        "second": [of_layer(w, b, "exp_avg_sq", "square_avg", "sum") for w, b in pairs],
    }


def answer(case):
    scenario = case["scenario"]
    return {
        "evaluations": [evaluation(scenario, example) for example in scenario["examples"][:MOST_EVALUATED]],
        "gradient": gradient(scenario),
        **({"training": training(scenario, case["batches"])} if "batches" in case else {}),
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump({"torch": torch.__version__, "answers": [answer(case) for case in cases]}, file)


main()
