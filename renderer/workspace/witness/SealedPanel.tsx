/**
 * What is sealed on a witness's page looks one way, whether it is the identity or the compartment of all of them: a lock,
 * what it is, what one can do, and below it the question why, which nobody gets past without an answer.
 */
import { Button, TextInput } from '@mantine/core'
import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './SealedPanel.module.css'

interface PanelProps {
  /** As a screen reader calls it. */
  readonly label: string
  readonly isOpen: boolean
  /** Something is shown here that must not be taken for anything else. */
  readonly isAlarming?: boolean
  readonly title: string
  readonly text: string
  readonly action: ReactNode
  readonly children?: ReactNode
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

export function SealedPanel(props: PanelProps) {
  const { label, isOpen, isAlarming, title, text, action, children, onKeyDown } = props
  const Lock = isOpen ? LockKeyholeOpen : LockKeyhole
  return (
    <section
      className={classes.panel}
      data-open={isAlarming || undefined}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head}>
        <Lock size={20} aria-hidden />
        <div className={classes.words}>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.text}>{text}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}

interface ReasonProps {
  readonly label: string
  readonly hint: string
  readonly confirm: string
  readonly color?: string
  readonly isBusy: boolean
  readonly children?: ReactNode
  readonly onCancel: () => void
  readonly onSubmit: (reason: string) => void
}

export function ReasonForm(props: ReasonProps) {
  const { label, hint, confirm, color, isBusy, children, onCancel, onSubmit } = props
  const t = useT()
  const [text, setText] = useState('')
  const reason = text.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason !== '') onSubmit(reason)
  }
  return (
    <form className={classes.ask} onSubmit={submit}>
      <TextInput
        className={classes.reason ?? ''}
        label={label}
        description={hint}
        value={text}
        maxLength={500}
        required
        withAsterisk={false}
        autoFocus
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {children}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button
          type="submit"
          {...(color ? { color } : {})}
          loading={isBusy}
          disabled={reason === ''}
        >
          {confirm}
        </Button>
      </div>
    </form>
  )
}
