/** A passphrase chosen: typed, judged, typed again; or five random words. `onChange` gives it only when it will do. */
import { Button, Stack } from '@mantine/core'
import { CircleCheck, Dices } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Passphrase.module.css'
import { PassphraseField } from './PassphraseField.tsx'
import { randomWords } from './randomWords.ts'
import { StrengthMeter } from './StrengthMeter.tsx'
import { useStrength } from './useStrength.ts'

interface NewPassphraseProps {
  readonly label: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly error?: string | undefined
  /** It was chosen before: no other one is suggested. */
  readonly known?: boolean
  /** The passphrase when it is strong enough and was repeated without a slip, otherwise undefined. */
  readonly onChange: (passphrase: string | undefined) => void
}

export function NewPassphrase({
  label,
  disabled = false,
  autoFocus = false,
  error,
  known = false,
  onChange,
}: NewPassphraseProps) {
  const t = useT()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [visible, setVisible] = useState(false)
  const [suggested, setSuggested] = useState(false)
  const strength = useStrength(first)
  const acceptable = strength?.acceptable ?? false
  const same = first !== '' && first === second
  useEffect(
    () => onChange(acceptable && same ? first : undefined),
    [acceptable, same, first, onChange],
  )

  return (
    <Stack gap="md">
      <PassphraseField
        label={label}
        value={first}
        error={error}
        disabled={disabled}
        autoFocus={autoFocus}
        visible={visible}
        onVisibilityChange={setVisible}
        onChange={(value) => {
          setFirst(value)
          setSuggested(false)
        }}
      >
        <StrengthMeter strength={strength} />
        {!known && (
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={disabled}
              leftSection={<Dices size={16} aria-hidden />}
              onClick={() => {
                setFirst(randomWords())
                setSecond('')
                setVisible(true)
                setSuggested(true)
              }}
            >
              {t('passphrase.suggest')}
            </Button>
            {suggested && <p className={classes.quiet}>{t('passphrase.suggestHint')}</p>}
          </div>
        )}
      </PassphraseField>
      <PassphraseField
        label={t('passphrase.repeat')}
        quiet
        value={second}
        disabled={disabled}
        visible={visible}
        onVisibilityChange={setVisible}
        onChange={setSecond}
      >
        {second !== '' && (
          <span className={same ? classes.good : classes.hint} role="status">
            {same && <CircleCheck size={15} aria-hidden />}
            {same ? t('passphrase.repeatSame') : t('passphrase.repeatDiffers')}
          </span>
        )}
      </PassphraseField>
    </Stack>
  )
}
