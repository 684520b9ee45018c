/**
 * Who can read the identities of witnesses: whoever opens the vault, or only its custodians. Turning custodian mode on
 * and off asks here for what is no secret; the passphrases and the cards are asked for in the other window.
 */
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { CustodyStatus } from '../../../shared/contract/custody.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { CustodyPanel } from '../witness/CustodyPanel.tsx'
import classes from './Keys.module.css'
import { NewCardsDialog } from './NewCardsDialog.tsx'

interface CompartmentProps {
  readonly custody: CustodyStatus
  readonly readOnly: boolean
  readonly full: boolean
  /** The time is over: what is shown is no longer so. */
  onOver(): void
}

export function Compartment({ custody, readOnly, full, onOver }: CompartmentProps) {
  const t = useT()
  const formats = useFormats()
  const [asked, setAsked] = useState<'cards' | 'disable'>()
  const enable = useMutationCall('keys.begin')
  const isOn = custody.mode === 'custodian'
  useOver(custody.openUntil, onOver)
  const ways = new Set(
    custody.ways.map((way) =>
      way.kind === 'shares'
        ? t('custody.byCards', { k: way.k, n: way.n })
        : t('custody.byPassphrase'),
    ),
  )
  const mayChange = !readOnly && custody.isOpen
  return (
    <Panel title={t('cards.compartment')}>
      <Stack gap="md">
        {isOn ? (
          <>
            {custody.isOpen && (
              <p className={classes.text}>
                {t('cards.custodianText', { ways: formats.any(ways) })}
              </p>
            )}
            <CustodyPanel status={custody} />
          </>
        ) : (
          <p className={classes.text}>{t('cards.rootText')}</p>
        )}
        {isOn && !custody.isOpen && <p className={classes.quiet}>{t('cards.openFirst')}</p>}
        <Group gap="sm">
          <Button variant="default" disabled={!mayChange} onClick={() => setAsked('cards')}>
            {t('cards.enableCards')}
          </Button>
          <Button
            variant="default"
            disabled={!mayChange}
            loading={enable.isPending}
            onClick={() => enable.mutate({ task: 'enableCustody' })}
          >
            {t('cards.enable')}
          </Button>
          {isOn && (
            <Button
              variant="subtle"
              color="gray"
              disabled={!mayChange}
              onClick={() => setAsked('disable')}
            >
              {t('cards.disable')}
            </Button>
          )}
        </Group>
        {enable.error && <ErrorNote error={enable.error} />}
      </Stack>
      {asked === 'cards' && (
        <NewCardsDialog
          custody={custody}
          full={full}
          purpose="custodians"
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'disable' && <DisableDialog onClose={() => setAsked(undefined)} />}
    </Panel>
  )
}

function DisableDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const begin = useMutationCall('keys.begin', { onSuccess: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') begin.mutate({ task: 'disableCustody', reason: reason.trim() })
  }
  return (
    <Dialog title={t('cards.disableTitle')} onClose={onClose} size="lg">
      <form onSubmit={submit}>
        <Stack gap="md">
          <Note tone="caution">
            <p>{t('cards.disableText')}</p>
          </Note>
          <TextInput
            data-autofocus
            label={t('cards.disableReason')}
            description={t('cards.disableReasonHint')}
            value={reason}
            maxLength={500}
            required
            withAsterisk={false}
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {begin.error && <ErrorNote error={begin.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={begin.isPending} disabled={reason.trim() === ''}>
              {t('keys.goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

/** The compartment closes first, then the page asks. */
const A_MOMENT_MS = 300

function useOver(until: number | null, onOver: () => void): void {
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(onOver, Math.max(0, until - Date.now()) + A_MOMENT_MS)
    return () => clearTimeout(timer)
  }, [until, onOver])
}
