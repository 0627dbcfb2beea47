import { VisuallyHidden } from '@mantine/core';
import type { Tlp } from '../../server/kernel/marking.ts';
import styles from './marking-banner.module.css';

/** The label as FIRST writes it (TLP 2.0); the same in every language and direction. */
export const tlpText = (tlp: Tlp): string => `TLP:${tlp.toUpperCase()}`;

/** A TLP label in the colours of TLP 2.0 (FIRST): always on black, in either colour scheme. */
export const TlpLabel = ({ tlp, meaning }: { tlp: Tlp; meaning?: string }) => (
  <span className={styles.label} data-tlp={tlp} dir="ltr" translate="no">
    {tlpText(tlp)}
    {meaning && <VisuallyHidden>{meaning}</VisuallyHidden>}
  </span>
);
