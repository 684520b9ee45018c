/** Making and opening a vault: the entry points of the trusted core. */
export { createVault } from './createVault.ts'
export type { Credential } from './credential.ts'
export { openVault } from './openVault.ts'
export type { OpenOptions, OpenVault } from './types.ts'
