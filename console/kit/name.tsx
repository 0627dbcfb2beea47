import type { ReactNode } from 'react';

/** A name, a number plate, an address: isolated so that its direction does not reorder what surrounds it. */
export const Name = ({ children }: { children: ReactNode }) => <bdi>{children}</bdi>;
