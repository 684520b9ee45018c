/** After wrong tries the program takes the next one only after a while: the seconds that are left. */
import { useEffect, useState } from 'react'
import type { BridgeError } from '../../shared/contract/define.ts'

/** Seconds until the next try, rounded up; 0 when it may be now. A new failure begins to count anew. */
export function useWait(failure: BridgeError | undefined): number {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(0)
  useEffect(() => {
    const wait = failure?.details?.retryAfterMs
    setUntil(typeof wait === 'number' && wait > 0 ? performance.now() + wait : 0)
    setNow(performance.now())
  }, [failure])
  const waiting = until > now
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setNow(performance.now()), 200)
    return () => clearInterval(timer)
  }, [waiting])
  return waiting ? Math.ceil((until - now) / 1000) : 0
}
