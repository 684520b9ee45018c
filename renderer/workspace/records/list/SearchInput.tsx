/** The box above a list that finds in it: `/` is the key to it, and a cross or Escape empties it. */
import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { useT } from '../../../shared/i18n/i18n.ts'
import classes from './SearchInput.module.css'

interface SearchInputProps {
  readonly label: string
  readonly value: string
  readonly inputRef: Ref<HTMLInputElement>
  onType(text: string): void
  /** Gives true when the key has done something. */
  onKey?(key: string): boolean
}

export function SearchInput({ label, value, inputRef, onType, onKey }: SearchInputProps) {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && value !== '') onType('')
    else if (!onKey?.(event.key)) return
    event.preventDefault()
  }
  return (
    <TextInput
      className={classes.search ?? ''}
      ref={inputRef}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      maxLength={200}
      type="search"
      autoComplete="off"
      spellCheck={false}
      placeholder={label}
      aria-label={label}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        value === '' ? (
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton size="sm" aria-label={t('records.clearSearch')} onClick={() => onType('')} />
        )
      }
    />
  )
}
