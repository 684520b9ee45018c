/** The state of an open form: its draft, its mistakes once saving was tried, and the change it amounts to. */
import { useMemo, useReducer, useState } from 'react'
import { isoDayOf } from '../../../../shared/dates/span.ts'
import type { RecordChange } from '../../../../shared/model/statement.ts'
import type { Titles } from '../useValueWords.ts'
import { changeOf, type FormErrors } from './change.ts'
import { type Draft, reduceDraft } from './draft.ts'
import type { FormState } from './FormContext.tsx'

export interface RecordFormState extends FormState {
  readonly dirty: boolean
  /** The change to save; `null` when something is wrong (which is then shown) or nothing was changed. */
  submit(): RecordChange | null
}

const NO_ERRORS: FormErrors = new Map()

export function useRecordForm(open: () => Draft, titles: Titles): RecordFormState {
  const [draft, dispatch] = useReducer(reduceDraft, undefined, open)
  const [tried, setTried] = useState(false)
  const [chosen, setChosen] = useState<Titles>({})
  const [today] = useState(() => isoDayOf(new Date()))
  const result = useMemo(() => changeOf(draft, today), [draft, today])
  return {
    draft,
    dispatch,
    today,
    errors: tried && !result.ok ? result.errors : NO_ERRORS,
    titles: { ...titles, ...chosen },
    rememberTitle: (id, title) => setChosen((before) => ({ ...before, [id]: title })),
    dirty: !result.ok || !result.empty,
    submit() {
      setTried(true)
      return result.ok && !result.empty ? result.change : null
    },
  }
}
