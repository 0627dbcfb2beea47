export { createKeys, identityKeysOf, type Keys, openSecret, type TlsIdentity } from './keys.ts';
export { signText, verifySignature } from './signature.ts';
