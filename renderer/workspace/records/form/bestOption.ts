/**
 * Which option of a picker Enter takes: the one that is called just so, the only one found, or making a new one where
 * nothing was found. `null`: somebody has to say which.
 */
export function bestOption(
  titles: readonly string[],
  name: string,
  canCreate: boolean,
): number | null {
  const wanted = folded(name)
  const same = titles.flatMap((title, at) => (folded(title) === wanted ? [at] : []))
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  if (titles.length === 1) return 0
  return titles.length === 0 && canCreate ? 0 : null
}

const folded = (text: string) => text.normalize('NFC').trim().toLowerCase()
