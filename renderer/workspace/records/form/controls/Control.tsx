/** The control of a value, chosen by the type of its field. */
import type { FunctionComponent } from 'react'
import type { FieldType } from '../../../../../shared/model/field.ts'
import type { RawObject } from '../raw.ts'
import { BodyMarkControl } from './BodyMarkControl.tsx'
import {
  ChargeControl,
  ClaimControl,
  ListEntryControl,
  NameControl,
  SentenceControl,
} from './ComposedControls.tsx'
import { ConsentScopeControl } from './ConsentScopeControl.tsx'
import { LabelWordsControl } from './LabelWordsControl.tsx'
import {
  BooleanControl,
  DateControl,
  EnumControl,
  RefControl,
  TextControl,
} from './PlainControls.tsx'
import type { ComposedProps, ControlProps } from './types.ts'

type Editor =
  | { readonly shape: 'plain'; readonly Editor: FunctionComponent<ControlProps<string>> }
  | { readonly shape: 'composed'; readonly Editor: FunctionComponent<ComposedProps> }

const plain = (Editor: FunctionComponent<ControlProps<string>>): Editor => ({
  shape: 'plain',
  Editor,
})
const composed = (Editor: FunctionComponent<ComposedProps>): Editor => ({
  shape: 'composed',
  Editor,
})

/** One editor per type: a new type without one does not compile. */
const EDITORS: Readonly<Record<FieldType, Editor>> = {
  text: plain(TextControl),
  longText: plain(TextControl),
  number: plain(TextControl),
  enum: plain(EnumControl),
  boolean: plain(BooleanControl),
  date: plain(DateControl),
  ref: plain(RefControl),
  name: composed(NameControl),
  charge: composed(ChargeControl),
  sentence: composed(SentenceControl),
  listEntry: composed(ListEntryControl),
  claim: composed(ClaimControl),
  bodyMark: composed(BodyMarkControl),
  consentScope: composed(ConsentScopeControl),
  labelWords: composed(LabelWordsControl),
  // Its definition is gone: what it says can be read and taken back.
  custom: plain(TextControl),
}

export function Control({ raw, onRaw, ...rest }: ControlProps) {
  const editor = EDITORS[rest.spec.type]
  return editor.shape === 'plain' ? (
    <editor.Editor {...rest} raw={raw as string} onRaw={onRaw} />
  ) : (
    <editor.Editor {...rest} raw={raw as RawObject} onRaw={onRaw} />
  )
}
