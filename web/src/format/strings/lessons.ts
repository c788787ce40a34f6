/** What the built-in lessons are called where they are chosen, by id. */
interface Words {
  /** As in the lesson's own front matter. */
  readonly title: string;
  readonly about: string;
}

export const builtInLessonWords = {
  nudge: {
    title: 'Follow the nudge',
    about: 'Why ∂C/∂w₁ is a product of four factors.',
  },
  reuse: {
    title: 'Computed once, used again',
    about: 'What ∂C/∂w₂ and ∂C/∂w₁ share, and why that is backpropagation.',
  },
  step: {
    title: 'The step',
    about: 'Sign, learning rate, all weights at once, and three fates.',
  },
  still: {
    title: 'When nothing moves',
    about: 'A large error without a gradient, a shut ReLU, and whether distance matters.',
  },
} as const satisfies Record<string, Words>;
