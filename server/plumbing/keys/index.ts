export { createKeys, identityKeysOf, type Keys, type TlsIdentity } from './keys.ts';
export { publicKeyFingerprint, verifySignature } from './signature.ts';
