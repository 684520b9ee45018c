/** In which script a name is written: what most of its letters are. */
export const SCRIPTS = ['cyrillic', 'latin', 'other'] as const
export type Script = (typeof SCRIPTS)[number]

export function scriptOf(text: string): Script {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
  const [cyrillic, latin] = [count(/\p{Script=Cyrillic}/gu), count(/\p{Script=Latin}/gu)]
  const other = count(/\p{L}/gu) - cyrillic - latin
  if (other > Math.max(cyrillic, latin)) return 'other'
  if (cyrillic === 0 && latin === 0) return 'other'
  return cyrillic >= latin ? 'cyrillic' : 'latin'
}
