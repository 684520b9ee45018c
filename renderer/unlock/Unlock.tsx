/** The unlock view. */
export function Unlock() {
  return null
}
