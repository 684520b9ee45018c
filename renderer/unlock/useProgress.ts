/** How far the work is that this view waits for, as main tells it. */
import { useEffect, useState } from 'react'
import type { EventPayload } from '../../shared/contract/work.ts'
import { onEvent } from '../shared/bridge/client.ts'

export type Progress = EventPayload<'session.progress'>

/** Undefined until something is heard of this step; forgotten when `active` ends. */
export function useProgress(step: Progress['step'], active: boolean): Progress | undefined {
  const [progress, setProgress] = useState<Progress>()
  useEffect(() => {
    if (!active) return
    const stop = onEvent('session.progress', (heard) => {
      if (heard.step === step) setProgress(heard)
    })
    return () => {
      stop()
      setProgress(undefined)
    }
  }, [step, active])
  return progress
}
