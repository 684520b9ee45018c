/** How a vault is known by eye: on the recovery sheet, on share cards and on screen. */

/** Hexadecimal digits in groups of four. */
export const hexGroups = (hex: string): string => (hex.match(/.{1,4}/g) ?? []).join(' ')

/** The first 8 bytes of the vault's id, short enough to compare. */
export const vaultFingerprint = (vaultId: string): string => hexGroups(vaultId.slice(0, 16))
