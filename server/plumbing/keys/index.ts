export { createKeys, identityKeysOf, type Keys, type TlsIdentity } from './keys.ts';
export { verifySignature } from './signature.ts';
