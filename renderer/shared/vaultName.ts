/** A vault is known by its folder's name; the ending that marks it as a vault is for file managers. */
export const displayName = (folderName: string): string => folderName.replace(/\.emanet$/i, '')
