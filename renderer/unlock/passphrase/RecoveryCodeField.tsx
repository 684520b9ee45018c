/** Where the recovery code is typed or read off paper: any case, numbers and line breaks between the words do not matter. */
import { Textarea } from '@mantine/core'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Passphrase.module.css'

/** Fewer are on their way; more are too many. */
const WORDS = 12

interface RecoveryCodeFieldProps {
  readonly value: string
  readonly disabled: boolean
  readonly onChange: (value: string) => void
}

const countWords = (text: string): number => text.match(/\p{L}[\p{L}\p{M}'’ʼ`]*/gu)?.length ?? 0

export function RecoveryCodeField({ value, disabled, onChange }: RecoveryCodeFieldProps) {
  const t = useT()
  const words = countWords(value)
  const count = t('unlock.recoveryCount', { count: words })
  return (
    <div className={classes.field}>
      <Textarea
        size="md"
        label={t('unlock.recoveryLabel')}
        description={t('unlock.recoveryHint')}
        error={words > WORDS ? count : undefined}
        value={value}
        disabled={disabled}
        autoFocus
        minRows={3}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={1024}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {words > 0 && words < WORDS && <p className={classes.quiet}>{count}</p>}
    </div>
  )
}
