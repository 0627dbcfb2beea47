import { WithNumbers } from '../../kit/with-numbers.tsx';
import styles from './matching.module.css';

/** An identifier as it was typed: numbers keep their order beside a name in Arabic letters. */
export const Identifier = ({ text, className }: { text: string; className?: string }) => (
  <bdi className={className ?? styles.identifier} dir="auto" translate="no">
    <WithNumbers text={text} />
  </bdi>
);
