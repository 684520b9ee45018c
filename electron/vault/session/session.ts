/** Making and opening a vault: the entry points of the trusted core. */
export { createVault } from './createVault.ts'
export type { Credential, KeyFileKey, SharesSecret } from './credential.ts'
export { openVault } from './openVault.ts'
export type {
  CreateOptions,
  OpenOptions,
  OpenVault,
  SlotInfo,
  SlotKind,
  VaultNotice,
} from './types.ts'
