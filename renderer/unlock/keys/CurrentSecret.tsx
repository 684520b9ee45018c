/**
 * What opens the vault now, asked for before its keys are changed: the open program alone is not enough, or whoever
 * finds it unlocked could lock its owner out.
 */
import { Box } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { LayoutHint } from '../passphrase/LayoutHint.tsx'
import { PassphraseField } from '../passphrase/PassphraseField.tsx'
import { UnlockFailure } from '../UnlockFailure.tsx'

interface CurrentSecretProps {
  readonly value: string
  readonly disabled: boolean
  readonly autoFocus?: boolean
  /** Of the last try. */
  readonly failure: BridgeError | undefined
  readonly onChange: (value: string) => void
}

export function CurrentSecret({
  value,
  disabled,
  autoFocus = false,
  failure,
  onChange,
}: CurrentSecretProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [visible, setVisible] = useState(false)
  const wrong = failure?.code === 'wrong_passphrase'
  useEffect(() => {
    if (!wrong || disabled) return
    input.current?.focus()
    input.current?.select()
  }, [wrong, disabled])
  return (
    <PassphraseField
      inputRef={input}
      label={t('change.current')}
      value={value}
      disabled={disabled}
      autoFocus={autoFocus}
      visible={visible}
      onVisibilityChange={setVisible}
      onChange={onChange}
    >
      {failure && (
        <Box mt="xs">
          <UnlockFailure error={failure}>
            {wrong && (
              <LayoutHint
                key={value}
                typed={value}
                onUse={(text) => {
                  onChange(text)
                  setVisible(true)
                  input.current?.focus()
                }}
              />
            )}
          </UnlockFailure>
        </Box>
      )}
    </PassphraseField>
  )
}
