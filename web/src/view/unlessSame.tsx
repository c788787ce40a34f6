import type { Component, FunctionComponent } from 'preact';

/**
 * A component that stays as it is while `same` holds of its old and new properties, even where they are other objects: a
 * symbol is not made anew with each number beside it. The signals that it reads still render it.
 */
export function unlessSame<Props extends object>(
  same: (now: Props, next: Props) => boolean,
  Inner: FunctionComponent<Props>,
): FunctionComponent<Props> {
  return function UnlessSame(this: Component<Props>, props: Props) {
    this.shouldComponentUpdate = shouldUpdate;
    return <Inner {...props} />;
  } as FunctionComponent<Props>;

  function shouldUpdate(this: Component<Props>, next: Readonly<Props>): boolean {
    return !same(this.props, next);
  }
}
