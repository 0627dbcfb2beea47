/** Signing what is relayed: Ed25519, identity key, canonical text of all but `signature`. Pure. */
import { canonical } from '../../../kernel/canonical.ts';
import { verifySignature } from '../../../plumbing/keys/index.ts';

/** The node's identity key, as far as signing needs it. */
export interface SigningKeys {
  /** Ed25519, base64url. */
  readonly publicKey: string;
  sign(text: string): string;
}

interface Signed {
  readonly public_key: string;
  readonly signature: string;
}

/** Adds key and signature. */
export const signed = <Content extends object>(
  content: Content,
  keys: SigningKeys,
): Content & { public_key: string; signature: string } => {
  const whole = { ...content, public_key: keys.publicKey };
  return { ...whole, signature: keys.sign(canonical(whole)) };
};

/** The text that the signature covers. */
export const signedText = (object: Signed): string => {
  const { signature: _, ...content } = object;
  return canonical(content);
};

/** True when the key that the object names signed it. Whose key that is, is another question. */
export const isSelfConsistent = (object: Signed): boolean =>
  verifySignature(object.public_key, signedText(object), object.signature);
