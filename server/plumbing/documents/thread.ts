/** What the node and its typesetting thread say to each other. */
export interface Asked {
  readonly id: number;
  /** The document as JSON. */
  readonly document: string;
}

export type Told = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly failure: string });
