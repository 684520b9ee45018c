/** What every part of an open form shares: the draft, how to change it, what is wrong, and titles of other records. */
import { createContext, type Dispatch, useContext } from 'react'
import { invariant } from '../../../../shared/errors.ts'
import type { Titles } from '../useValueWords.ts'
import type { FormErrors } from './change.ts'
import type { Draft, DraftAction } from './draft.ts'

export interface FormState {
  readonly draft: Draft
  readonly dispatch: Dispatch<DraftAction>
  /** Empty until somebody tried to save: nobody is told off while typing. */
  readonly errors: FormErrors
  readonly titles: Titles
  /** A record chosen in this form: its title is not known from the record itself. */
  rememberTitle(id: string, title: string): void
  /** Today as `YYYY-MM-DD`. */
  readonly today: string
}

export const FormContext = createContext<FormState | null>(null)

export function useFormState(): FormState {
  const state = useContext(FormContext)
  invariant(state, 'a part of a form stands inside a form')
  return state
}
