/** What the form gives to the control of one value. */
import type { Field } from '../../../../../shared/model/field.ts'
import type { Kind } from '../../../../../shared/model/kind.ts'
import type { Raw, RawError, RawObject } from '../raw.ts'

export interface ControlProps<R extends Raw = Raw> {
  readonly id: string
  readonly kind: Kind
  readonly field: string
  readonly spec: Field
  readonly raw: R
  readonly errors: readonly RawError[]
  /** Said by a screen reader; the visible label stands above the first control of its field. */
  readonly label: string
  readonly autoFocus: boolean
  onRaw(raw: R): void
}

export type ComposedProps = ControlProps<RawObject>

/** Where the keyboard begins: at once on a page, and past the focus trap of a dialog. */
export const beginHere = (yes: boolean) => (yes ? { autoFocus: true, 'data-autofocus': true } : {})
