/** The operations the ledger itself gives a meaning to; all others belong to those who write them. */

/** A device introduces its public key; signed with that very key. */
export const OP_DEVICE_ADD = 'device.add'
/** A record's key was destroyed in the same transaction. */
export const OP_RECORD_ERASE = 'record.erase'
/** Written by the session (electron/vault/session). */
export const OP_VAULT_CREATED = 'vault.created'
export const OP_VAULT_UNLOCKED = 'vault.unlocked'
export const OP_SLOT_CHANGED = 'slot.changed'
