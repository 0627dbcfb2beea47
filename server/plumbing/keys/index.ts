export { createKeys, identityKeysOf, type Keys, type TlsIdentity } from './keys.ts';
export { signText, verifySignature } from './signature.ts';
