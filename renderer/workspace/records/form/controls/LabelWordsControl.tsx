/**
 * The editor of what a team calls a field or a value, in the languages it needs. A value of a list gets its code with its
 * first letter and keeps it: records hold the code, so its words can be changed.
 */
import { LABEL_LANGUAGES } from '../../../../../shared/model/labelWords.ts'
import { useLabels, useLanguage } from '../../../../shared/i18n/i18n.ts'
import type { RawObject } from '../raw.ts'
import { Parts, TextPart } from './Parts.tsx'
import type { ComposedProps } from './types.ts'

export function LabelWordsControl(props: ComposedProps) {
  const labels = useLabels()
  const own = useLanguage()
  const { spec, onRaw } = props
  const withCode = (raw: RawObject) =>
    onRaw(spec.many && !raw.code ? { ...raw, code: newCode() } : raw)
  const languages = [own, ...LABEL_LANGUAGES.filter((each) => each !== own)]
  return (
    <Parts label={props.label} layout="labelWords">
      {languages.map((language) => (
        <TextPart
          key={language}
          props={{ ...props, onRaw: withCode }}
          part={language}
          words={labels.nameLanguages[language]}
          main={language === own}
        />
      ))}
    </Parts>
  )
}

const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
