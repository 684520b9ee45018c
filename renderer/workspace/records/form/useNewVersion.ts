/** After a conflict: loads what was saved elsewhere, under what was typed here, so that both can be looked at. */
import { useState } from 'react'
import type { RecordId } from '../../../../shared/ids.ts'
import { call } from '../../../shared/bridge/client.ts'
import type { ShownError } from '../../../shared/components/ErrorNote.tsx'
import type { RecordFormState } from './useRecordForm.ts'

export interface NewVersion {
  /** Shown with the form: the conflict until the new version is loaded, then nothing of it. */
  readonly error: ShownError | null
  /** The form stands over the new version now, and was not saved since. */
  readonly loaded: boolean
  readonly load: () => void
}

interface Save {
  readonly error: ShownError | null
  readonly reset: () => void
}

export function useNewVersion(form: RecordFormState, id: RecordId, save: Save): NewVersion {
  const [loaded, setLoaded] = useState(false)
  const [failure, setFailure] = useState<ShownError | null>(null)
  const load = async () => {
    const answer = await call('records.get', { id })
    if (!answer.ok) return setFailure(answer.error)
    const { record, titles } = answer.value
    for (const [of, title] of Object.entries(titles)) form.rememberTitle(of as RecordId, title)
    form.dispatch({ do: 'rebase', record })
    save.reset()
    setFailure(null)
    setLoaded(true)
  }
  return {
    error: failure ?? save.error,
    loaded: loaded && save.error === null,
    load: () => void load(),
  }
}
