/** By which the head of a layer is found; −1 is that of the inputs. */
export const headId = (layer: number): string => `layer-head-${layer}`;

/** Where the button that was pressed is gone with what it removed, the keys go on at the first of these that is there. */
export function focusInstead(...ids: readonly string[]): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const instead = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
    instead?.focus({ preventScroll: true });
  });
}
