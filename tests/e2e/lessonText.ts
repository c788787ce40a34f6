/** A lesson with every kind of question and everything that a page can do, as an author writes it. */
export const everyKind = `---
title: Every kind
lang: en
author: A. Teacher
---

# Four links

The network says {{yp}}, so $C$ is {{C}}:

$$
\\frac{\\partial C}{\\partial w_1} = \\frac{\\partial a_1}{\\partial w_1} \\cdot \\frac{\\partial C}{\\partial a_1}
$$

- every link *rescales* the nudge,
- so the factors **multiply**.

\`\`\`playground
{ "state": "#w=0.4;0.7;1.5&y=1", "pick": "w1", "panel": "nudge", "highlight": ["a2"],
  "ask": { "kind": "choice", "text": "Which weight moves $C$ most?", "options": ["$w_1$, the smallest", "$w_3$, the nearest", "all alike"],
           "answer": 1, "before": "nudge" } }
\`\`\`

---

## Backwards

See the [network without its last layers](#net=1,1:relu&w=0.5&x=1.2&y=1), or [a page elsewhere](https://example.org/).

\`\`\`playground
{ "panel": "chain", "highlight": ["dC/da3"], "lock": ["x", "y"], "hide": ["timeline"],
  "ask": { "kind": "number", "of": "dC/dw1", "tolerance": 0.01, "before": "step", "text": "What is ∂C/∂w₁?" } }
\`\`\`

\`\`\`playground
{ "ask": { "kind": "sign", "of": "dC/dw3", "text": "Which sign has it at $w_3$?" } }
\`\`\`

---

## By size

\`\`\`playground
{ "state": "#w=0.5;0.8;1.2&y=1", "panel": "landscape",
  "ask": { "kind": "order", "of": ["dC/dw3", "dC/dw2", "dC/dw1"], "text": "Which is largest?" } }
\`\`\`

---

## Down

> A step goes against the gradient.

\`\`\`playground
{ "ask": { "kind": "reach", "of": "C", "below": 0.05, "text": "Get C below 0.05." } }
\`\`\`
`;
