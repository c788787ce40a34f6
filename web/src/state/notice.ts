/** Something the reader should know, until dismissed or the next thing happens. The words are the view's. */
export type Notice =
  /** Training stopped after `step` steps (from the start of the segment): the next would have made `quantity` infinite. */
  | {
      readonly kind: 'diverged';
      readonly step: number;
      readonly layer: number;
      readonly unit: number;
      readonly quantity: string;
    }
  /** An edit or a document was not taken. */
  | { readonly kind: 'refused'; readonly path: string; readonly message: string }
  /** A document was taken, with remarks. */
  | { readonly kind: 'notes'; readonly notes: readonly string[] }
  /** Whole sentences of somebody else's. */
  | { readonly kind: 'told'; readonly sentences: readonly string[] };
