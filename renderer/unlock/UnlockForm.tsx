/** Opens one vault, by passphrase, recovery code, key file or share cards; each reason why it does not open has its own words. */
import { Button, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { BridgeError } from '../../shared/contract/define.ts'
import type { ChosenVault } from '../../shared/contract/session.ts'
import { call } from '../shared/bridge/client.ts'
import { type NoticeName, stopsAtTheDoor } from '../shared/components/notices.ts'
import { useT } from '../shared/i18n/i18n.ts'
import { displayName } from '../shared/vaultName.ts'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import { CardsField, type EnteredCard, enoughCards } from './CardsField.tsx'
import { ChoiceFailureNote } from './ChoiceFailureNote.tsx'
import { type ChosenKeyFile, KeyFileField } from './KeyFileField.tsx'
import { OtherWays, type Way } from './OtherWays.tsx'
import { LayoutHint } from './passphrase/LayoutHint.tsx'
import { PassphraseField } from './passphrase/PassphraseField.tsx'
import { RecoveryCodeField } from './passphrase/RecoveryCodeField.tsx'
import { RekeyOffer } from './RekeyCutOff.tsx'
import { Restored } from './Restored.tsx'
import { RestoreProgress } from './RestoreProgress.tsx'
import { StartNotices } from './StartNotices.tsx'
import { UnlockFailure } from './UnlockFailure.tsx'
import { useProgress } from './useProgress.ts'
import { type GoTo, useVaultChoice } from './useVaultChoice.ts'
import { useWait } from './useWait.ts'
import { WorkProgress } from './WorkProgress.tsx'

interface UnlockFormProps {
  readonly vault: ChosenVault
  /** Files that a backup no longer had whole, when the vault was restored from it just now. */
  readonly restored: readonly string[] | undefined
  readonly notices: readonly NoticeName[]
  readonly goTo: GoTo
  readonly onRekey: () => void
}

export function UnlockForm({ vault, restored, notices, goTo, onRekey }: UnlockFormProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [way, setWay] = useState<Way>('passphrase')
  const [typed, setTyped] = useState('')
  const [cards, setCards] = useState<readonly EnteredCard[]>([])
  const [keyFile, setKeyFile] = useState<ChosenKeyFile>()
  const [visible, setVisible] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  /** What failed is said beside what it was tried with, and nowhere else. */
  const [failedWay, setFailedWay] = useState<Way>(way)
  const [openedWith, setOpenedWith] = useState<readonly NoticeName[]>()
  const choice = useVaultChoice(goTo)
  const wait = useWait(failure)
  const progress = useProgress('reading', busy)
  const name = displayName(vault.name)
  const waiting = wait > 0
  const isReady =
    way === 'cards'
      ? enoughCards(cards)
      : typed !== '' && (way !== 'keyFile' || keyFile !== undefined)
  const isWrongCode = failure?.code === 'wrong_passphrase' && way === 'recovery'
  const wrongCode = {
    what: t('unlock.wrongRecoveryTitle'),
    safe: t('unlock.wrongRecoverySafe'),
    next: t('unlock.wrongRecovery'),
  }
  const secret = {
    folder: vault.token,
    ...(way === 'cards' ? { cards: cards.map(({ text }) => text) } : { passphrase: typed }),
    ...(way === 'keyFile' && keyFile ? { keyFile: keyFile.token } : {}),
  }

  // After the field is enabled again: what was wrong is selected, so that typing replaces it.
  useEffect(() => {
    if (!failure || waiting) return
    input.current?.focus()
    input.current?.select()
  }, [failure, waiting])

  const open = async (as: 'write' | 'read') => {
    if (busy || waiting || !isReady) return
    setBusy(true)
    setFailure(undefined)
    const answer = await call('vault.unlock', { ...secret, as })
    if (!answer.ok) {
      setBusy(false)
      setFailedWay(way)
      setFailure(answer.error)
      return
    }
    setTyped('')
    setCards([])
    // What stood here before the passphrase was typed needs no second stop.
    const news = answer.value.notices.filter(
      (notice) => !notices.includes(notice) && stopsAtTheDoor(notice),
    )
    if (news.length > 0) setOpenedWith(news)
    else await call('vault.enter')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void open('write')
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

  const elsewhere = busy || choice.busy !== undefined
  return (
    <Card
      title={t('unlock.title', { name })}
      footer={
        <>
          <FooterButton disabled={elsewhere} onClick={choice.open}>
            {t('unlock.otherVault')}
          </FooterButton>
          <FooterButton disabled={elsewhere} onClick={goTo.create}>
            {t('unlock.newVault')}
          </FooterButton>
          <FooterButton disabled={elsewhere} onClick={choice.restore}>
            {t('unlock.restore')}
          </FooterButton>
          <FooterButton disabled={elsewhere} onClick={onRekey}>
            {t('rekey.link')}
          </FooterButton>
        </>
      }
    >
      <StartNotices notices={notices} />
      <form onSubmit={submit}>
        <Stack gap="md">
          {restored && <Restored name={name} damaged={restored} />}
          {vault.rekeyCutOff && <RekeyOffer disabled={elsewhere} onGoOn={onRekey} />}
          {way === 'recovery' && (
            <RecoveryCodeField value={typed} disabled={busy || waiting} onChange={setTyped} />
          )}
          {way === 'cards' && (
            <CardsField
              text={t('unlock.cardsText')}
              read={(text) => call('vault.readCard', { folder: vault.token, text })}
              cards={cards}
              disabled={busy || waiting}
              onChange={setCards}
            />
          )}
          {way === 'keyFile' && (
            <KeyFileField
              chosen={keyFile}
              disabled={busy || waiting}
              onMake={goTo.keyFile}
              onChoose={(file) => {
                setKeyFile(file)
                setFailure(undefined)
              }}
            />
          )}
          {(way === 'passphrase' || (way === 'keyFile' && keyFile !== undefined)) && (
            <PassphraseField
              inputRef={input}
              label={t(way === 'keyFile' ? 'unlock.keyFilePassphrase' : 'passphrase.label')}
              value={typed}
              disabled={busy || waiting}
              autoFocus
              visible={visible}
              onVisibilityChange={setVisible}
              onChange={setTyped}
            />
          )}
          {failure && failedWay === way && (
            <UnlockFailure
              error={failure}
              words={isWrongCode ? wrongCode : undefined}
              secret={isReady ? secret : undefined}
              onReadOnly={() => void open('read')}
            >
              {(failure.code === 'wrong_passphrase' ||
                failure.code === 'wrong_key_file_passphrase') &&
                way !== 'recovery' && (
                  <LayoutHint
                    key={typed}
                    typed={typed}
                    onUse={(text) => {
                      setTyped(text)
                      setVisible(true)
                      input.current?.focus()
                    }}
                  />
                )}
            </UnlockFailure>
          )}
          {choice.failure && <ChoiceFailureNote failure={choice.failure} />}
          <Button
            type="submit"
            size="md"
            fullWidth
            loading={busy}
            disabled={!isReady || waiting || choice.busy !== undefined}
          >
            {waiting ? t('unlock.wait', { count: wait }) : t('unlock.open')}
          </Button>
          {busy && progress && progress.done < progress.total ? (
            <WorkProgress label={t('unlock.reading')} progress={progress} unit="items" />
          ) : (
            busy && (
              <p className={classes.waiting} role="status">
                {t('unlock.opening')} {t('unlock.openingHint')}
              </p>
            )
          )}
          {choice.busy === 'restoring' && <RestoreProgress />}
          <OtherWays
            now={way}
            disabled={busy}
            onChoose={(chosen) => {
              setTyped('')
              setCards([])
              setKeyFile(undefined)
              setFailure((before) => (before?.details?.retryAfterMs ? before : undefined))
              setWay(chosen)
            }}
          />
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
