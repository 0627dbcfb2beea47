import { Text, type TextProps } from '@mantine/core';
import styles from './own-words.module.css';

interface Needs extends TextProps {
  /** In which it was written, where that is known. */
  readonly lang?: string;
  readonly children: string;
}

/**
 * What a person wrote, with its line breaks: each paragraph runs and breaks from its own side, and the whole
 * begins where the screen does.
 */
export const OwnWords = ({ children, ...looks }: Needs) => (
  <Text component="bdi" {...looks} className={styles.words}>
    {children}
  </Text>
);
