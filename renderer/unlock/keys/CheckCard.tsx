/**
 * Checks one share card: that it can be read, belongs to this vault and is the one that was handed out. What is wrong
 * with a card is said by the place of the word, so that it can be compared with the paper.
 */
import { Button, Group, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { BridgeError } from '../../../shared/contract/define.ts'
import { call } from '../../shared/bridge/client.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { Card } from '../Card.tsx'
import { CardDamage } from '../CardDamage.tsx'

type Checked = CallOutput<'shares.check'>

export function CheckCard() {
  const t = useT()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  const [checked, setChecked] = useState<Checked>()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || text.trim() === '') return
    setBusy(true)
    setFailure(undefined)
    setChecked(undefined)
    const answer = await call('shares.check', { text })
    setBusy(false)
    if (!answer.ok) return setFailure(answer.error)
    // What was typed is a part of a key: it is gone as soon as it is of no more use.
    setText('')
    setChecked(answer.value)
  }

  return (
    <Card wide title={t('keyTask.checkCard.title')} text={t('keyTask.checkCard.text')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          <Textarea
            label={t('keyTask.checkCard.label')}
            description={t('keyTask.checkCard.hint')}
            value={text}
            autosize
            autoFocus
            minRows={4}
            maxRows={10}
            maxLength={4096}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {checked && <Good card={checked} />}
          {failure && (
            <ErrorNote error={failure}>
              <CardDamage error={failure} />
            </ErrorNote>
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" onClick={() => void call('vault.enter')}>
              {t('common.close')}
            </Button>
            <Button type="submit" loading={busy} disabled={text.trim() === ''}>
              {t('keyTask.checkCard.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}

function Good({ card }: { card: Checked }) {
  const t = useT()
  const { number, n, k, inUse, recorded } = card
  const holder = card.holder || t('keyTask.checkCard.goodNobody')
  return (
    <Note tone={inUse ? 'good' : 'caution'} title={t('keyTask.checkCard.good')} role="status">
      <p>{t('keyTask.checkCard.goodText', { number, n, k, holder })}</p>
      {!inUse && <p>{t('keyTask.checkCard.retired')}</p>}
      {inUse && (
        <p>{recorded ? t('keyTask.checkCard.recorded') : t('keyTask.checkCard.notRecorded')}</p>
      )}
    </Note>
  )
}
