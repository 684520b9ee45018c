/** The Range header (RFC 9110 §14), as far as media elements use it: one range of bytes. */

export type RangeAnswer =
  | { readonly type: 'whole' }
  /** `end` not included. */
  | { readonly type: 'part'; readonly start: number; readonly end: number }
  | { readonly type: 'unsatisfiable' }

/** A header that is not one range of bytes counts as absent, as the RFC allows. */
export function parseRange(header: string | null, size: number): RangeAnswer {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = match ?? []
  if (match === null || (first === '' && last === '')) return { type: 'whole' }
  if (first === '') {
    const suffix = Math.min(Number(last), size)
    return suffix === 0
      ? { type: 'unsatisfiable' }
      : { type: 'part', start: size - suffix, end: size }
  }
  const start = Number(first)
  const end = last === '' ? size : Math.min(Number(last) + 1, size)
  if (last !== '' && Number(last) < start) return { type: 'whole' }
  return start >= size ? { type: 'unsatisfiable' } : { type: 'part', start, end }
}
