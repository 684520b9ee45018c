/** Main's estimate for what is being typed, a moment after the last key; an answer that came too late is dropped. */
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { call } from '../../shared/bridge/client.ts'

export type Strength = CallOutput<'passphrase.strength'>

const AFTER_LAST_KEY_MS = 120

export function useStrength(passphrase: string): Strength | undefined {
  const [judged, setJudged] = useState<{ readonly of: string; readonly strength: Strength }>()
  useEffect(() => {
    if (passphrase === '') return setJudged(undefined)
    let current = true
    const timer = setTimeout(async () => {
      const answer = await call('passphrase.strength', { passphrase })
      if (current && answer.ok) setJudged({ of: passphrase, strength: answer.value })
    }, AFTER_LAST_KEY_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [passphrase])
  // The verdict of a shorter text stays while the next is on its way, but it never allows anything.
  if (passphrase === '' || !judged) return undefined
  return judged.of === passphrase ? judged.strength : { ...judged.strength, acceptable: false }
}
