/** Opens the group: the installed libsodium where there is one, WebAssembly otherwise. */
import type { Group } from './group.ts';
import { openNative } from './native.ts';
import { openWasm } from './wasm.ts';

/** `only` names one of the two for measurements and tests; a missing library is then an error. */
export const openGroup = async (only: Group['name'] | null = null): Promise<Group> => {
  const native = only === 'wasm' ? null : openNative();
  if (native !== null) return native;
  if (only === 'native') throw new Error('libsodium is not installed on this machine');
  return openWasm();
};
