/** Opens one vault with its passphrase or its recovery code; each reason why it does not open has its own words. */
import { Button, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { BridgeError } from '../../shared/contract/define.ts'
import { call } from '../shared/bridge/client.ts'
import { Note } from '../shared/components/Note.tsx'
import { type NoticeName, stopsAtTheDoor } from '../shared/components/notices.ts'
import { useT } from '../shared/i18n/i18n.ts'
import { displayName } from '../shared/vaultName.ts'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import { ChoiceFailureNote } from './ChoiceFailureNote.tsx'
import { PassphraseField } from './passphrase/PassphraseField.tsx'
import { RecoveryCodeField } from './passphrase/RecoveryCodeField.tsx'
import { StartNotices } from './StartNotices.tsx'
import { UnlockFailure } from './UnlockFailure.tsx'
import { type ChosenVault, type GoTo, useVaultChoice } from './useVaultChoice.ts'

interface UnlockFormProps {
  readonly vault: ChosenVault
  readonly restored: boolean
  readonly notices: readonly NoticeName[]
  readonly goTo: GoTo
}

export function UnlockForm({ vault, restored, notices, goTo }: UnlockFormProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [visible, setVisible] = useState(false)
  const [withRecovery, setWithRecovery] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  const [openedWith, setOpenedWith] = useState<readonly NoticeName[]>()
  const choice = useVaultChoice(goTo)
  const name = displayName(vault.name)

  // After the field is enabled again: what was wrong is selected, so that typing replaces it.
  useEffect(() => {
    if (!failure) return
    input.current?.focus()
    input.current?.select()
  }, [failure])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || typed === '') return
    setBusy(true)
    setFailure(undefined)
    const answer = await call('vault.unlock', { folder: vault.token, passphrase: typed })
    if (!answer.ok) {
      setBusy(false)
      setFailure(answer.error)
      return
    }
    setTyped('')
    // What stood here before the passphrase was typed needs no second stop.
    const news = answer.value.notices.filter(
      (notice) => !notices.includes(notice) && stopsAtTheDoor(notice),
    )
    if (news.length > 0) setOpenedWith(news)
    else await call('vault.enter')
  }

  if (openedWith) {
    return (
      <Card title={t('unlock.notices')} above={name}>
        <StartNotices notices={openedWith} />
        <Button fullWidth size="md" data-autofocus onClick={() => void call('vault.enter')}>
          {t('unlock.enter')}
        </Button>
      </Card>
    )
  }

  return (
    <Card
      title={t('unlock.title', { name })}
      footer={
        <>
          <FooterButton disabled={busy || choice.busy !== undefined} onClick={choice.open}>
            {t('unlock.otherVault')}
          </FooterButton>
          <FooterButton disabled={busy || choice.busy !== undefined} onClick={goTo.create}>
            {t('unlock.newVault')}
          </FooterButton>
          <FooterButton disabled={busy || choice.busy !== undefined} onClick={choice.restore}>
            {choice.busy === 'restoring' ? t('unlock.restoring') : t('unlock.restore')}
          </FooterButton>
        </>
      }
    >
      <StartNotices notices={notices} />
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {restored && (
            <Note tone="good" role="status">
              <p>{t('unlock.restored', { name })}</p>
            </Note>
          )}
          {withRecovery ? (
            <RecoveryCodeField value={typed} disabled={busy} onChange={setTyped} />
          ) : (
            <PassphraseField
              inputRef={input}
              label={t('passphrase.label')}
              value={typed}
              disabled={busy}
              autoFocus
              visible={visible}
              onVisibilityChange={setVisible}
              onChange={setTyped}
            />
          )}
          {failure && <UnlockFailure error={failure} />}
          {choice.failure && <ChoiceFailureNote failure={choice.failure} />}
          <Button type="submit" size="md" fullWidth loading={busy} disabled={typed === ''}>
            {t('unlock.open')}
          </Button>
          {busy && (
            <p className={classes.waiting} role="status">
              {t('unlock.opening')} {t('unlock.openingHint')}
            </p>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={busy}
            onClick={() => {
              setTyped('')
              setFailure(undefined)
              setWithRecovery(!withRecovery)
            }}
          >
            {withRecovery ? t('unlock.usePassphrase') : t('unlock.useRecovery')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}

interface FooterButtonProps {
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: string
}

const FooterButton = ({ disabled, onClick, children }: FooterButtonProps) => (
  <Button variant="subtle" size="compact-sm" disabled={disabled} onClick={() => void onClick()}>
    {children}
  </Button>
)
