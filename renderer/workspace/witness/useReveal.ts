/**
 * An identity while it is looked at. It is held in this component's state only, never in the cache of answers or in
 * a path; hiding, leaving the page or the end of its time lets go of it.
 */
import { useCallback, useEffect, useState } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordState } from '../../../shared/model/statement.ts'
import { call } from '../../shared/bridge/client.ts'
import type { ShownError } from '../../shared/components/ErrorNote.tsx'

/** How long an identity stays on the screen, in seconds. */
export const REVEAL_SECONDS = 60

export type Reveal =
  | { readonly state: 'sealed'; readonly error: ShownError | null }
  | { readonly state: 'asking' }
  /** `identity` is `null` when none was ever recorded. */
  | { readonly state: 'open'; readonly identity: RecordState | null; readonly until: number }

export interface RevealControls {
  readonly reveal: Reveal
  open(reason: string): Promise<void>
  hide(): void
  /** Gives the whole time again, while somebody works with it. */
  extend(): void
}

const SEALED: Reveal = { state: 'sealed', error: null }

export function useReveal(witness: RecordId): RevealControls {
  const [reveal, setReveal] = useState<Reveal>(SEALED)
  const hide = useCallback(() => setReveal(SEALED), [])
  const until = reveal.state === 'open' ? reveal.until : null

  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(hide, Math.max(0, until - Date.now()))
    // Somebody else may be looking over the shoulder of a window that was left.
    const onHidden = () => document.hidden && hide()
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [until, hide])

  return {
    reveal,
    hide,
    extend: useCallback(
      () =>
        setReveal((before) =>
          before.state === 'open' ? { ...before, until: newUntil() } : before,
        ),
      [],
    ),
    open: async (reason) => {
      setReveal({ state: 'asking' })
      const answer = await call('witness.reveal', { witness, reason })
      setReveal(
        answer.ok
          ? { state: 'open', identity: answer.value.identity, until: newUntil() }
          : { state: 'sealed', error: answer.error },
      )
    },
  }
}

const newUntil = (): number => Date.now() + REVEAL_SECONDS * 1000
