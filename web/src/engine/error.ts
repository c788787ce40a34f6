/** The engine refused what it was given: `path` says where ("layers.1.weights.0"), `message` what was expected there. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  /** Keys and indices from the top of the scenario, joined by dots; empty for the scenario itself. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
