/**
 * What main tells the pages. A payload is parsed like a call's output before it leaves: the end of a job is
 * always heard, as `internal` when its outcome is not what the contract says; anything else wrong is not sent.
 */

import type { View } from '../../shared/contract/define.ts'
import { EVENTS, type EventName, type EventPayload } from '../../shared/contract/work.ts'
import type { Emit } from './jobs.ts'

/** Sends to every window of a view; the transport is main's. */
export type Send = (view: View, name: EventName, payload: unknown) => void

const VIEWS_OF: Readonly<Record<EventName, readonly View[]>> = {
  'job.progress': ['workspace'],
  'job.ended': ['workspace'],
  'records.changed': ['workspace'],
  'settings.changed': ['unlock', 'workspace'],
  'session.noticed': ['workspace'],
  'session.ending': ['workspace'],
  'session.progress': ['unlock'],
}

export function createEmit(send: Send, onRefused?: (name: EventName) => void): Emit {
  return (name, payload) => {
    let checked = EVENTS[name].safeParse(payload)
    if (!checked.success) {
      onRefused?.(name)
      if (name !== 'job.ended') return
      const { job } = payload as EventPayload<'job.ended'>
      checked = EVENTS[name].safeParse({
        job,
        result: { ok: false, error: { code: 'bad_output' } },
      })
      if (!checked.success) return
    }
    for (const view of VIEWS_OF[name]) send(view, name, checked.data)
  }
}
