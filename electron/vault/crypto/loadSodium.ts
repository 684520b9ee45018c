/** Takes one of libsodium's two builds (see sodium.ts): native where it loads, WebAssembly otherwise. */
import type { Sodium, SodiumBuild } from './sodium.ts'
import { loadNative } from './sodiumNative.ts'
import { loadWasm } from './sodiumWasm.ts'

/** `auto` takes native where its addon loads on this machine. A named build throws when it does not. */
export async function loadSodium(build: SodiumBuild | 'auto' = 'auto'): Promise<Sodium> {
  if (build === 'wasm') return loadWasm()
  if (build === 'native') return loadNative()
  try {
    return await loadNative()
  } catch {
    return loadWasm()
  }
}
