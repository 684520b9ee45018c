/** Where a passphrase is typed. It says which alphabet is being typed and warns of Caps Lock, before anything is tried. */
import { PasswordInput } from '@mantine/core'
import { CircleAlert, Keyboard } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import { capsLockOn, scriptOf } from './keyboard.ts'
import classes from './Passphrase.module.css'

interface PassphraseFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: ReactNode
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly visible?: boolean
  readonly onVisibilityChange?: (visible: boolean) => void
  /** The repetition needs no word about the alphabet: the first field said it. */
  readonly quiet?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  /** Stands below the hints: the strength, or whether the repetition is the same. */
  readonly children?: ReactNode
}

export function PassphraseField({
  label,
  value,
  onChange,
  error,
  disabled = false,
  autoFocus = false,
  visible,
  onVisibilityChange,
  quiet = false,
  inputRef,
  children,
}: PassphraseFieldProps) {
  const t = useT()
  const [capsLock, setCapsLock] = useState(false)
  const hintsId = useId()
  const script = scriptOf(value)
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(capsLockOn(event))
  return (
    <div className={classes.field}>
      <PasswordInput
        ref={inputRef ?? null}
        size="md"
        label={label}
        value={value}
        error={error}
        disabled={disabled}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        maxLength={1024}
        aria-describedby={hintsId}
        {...(visible === undefined ? {} : { visible })}
        {...(onVisibilityChange ? { onVisibilityChange } : {})}
        visibilityToggleButtonProps={{
          'aria-label': visible ? t('passphrase.hide') : t('passphrase.show'),
          tabIndex: 0,
        }}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={hintsId} className={classes.hints} aria-live="polite">
        {capsLock && (
          <span className={classes.warning}>
            <CircleAlert size={15} aria-hidden /> {t('passphrase.capsLock')}
          </span>
        )}
        {value !== '' && !quiet && (
          <span className={script === 'mixed' ? classes.warning : classes.hint}>
            <Keyboard size={15} aria-hidden />{' '}
            {t('passphrase.scriptHint', { script: t(`passphrase.script.${script}`) })}
          </span>
        )}
      </div>
      {children}
    </div>
  )
}
