/** Step 1: where the vault lives. Main's dialog asks for the place and the name. */
import { Button, Group, Stack } from '@mantine/core'
import { FolderLock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type { ChosenVault } from '../../../shared/contract/session.ts'
import { call } from '../../shared/bridge/client.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { Card } from '../Card.tsx'
import classes from './Create.module.css'

interface ChoosePlaceProps {
  readonly place: ChosenVault | undefined
  readonly steps: ReactNode
  readonly onChoose: (place: ChosenVault) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

export function ChoosePlace({ place, steps, onChoose, onBack, onNext }: ChoosePlaceProps) {
  const t = useT()
  const [failure, setFailure] = useState<BridgeError>()

  const choose = async () => {
    setFailure(undefined)
    const answer = await call('session.chooseFolder', { for: 'create' })
    if (!answer.ok) return setFailure(answer.error)
    if (answer.value === null) return
    const { isVault, ...chosen } = answer.value
    if (isVault) return setFailure({ code: 'vault_exists' })
    onChoose(chosen)
  }

  return (
    <Card wide above={steps} title={t('create.placeTitle')} text={t('create.placeText')}>
      <Stack gap="md">
        {place && (
          <div className={classes.chosen}>
            <FolderLock size={22} strokeWidth={1.7} aria-hidden />
            <span>
              <span className={classes.chosenLabel}>{t('create.placeChosen')}</span>
              <span className={classes.chosenName}>{place.name}</span>
            </span>
          </div>
        )}
        <Note tone="info">
          <p>{t('create.placeName')}</p>
        </Note>
        {failure && <ErrorNote error={failure} />}
        <Group justify="space-between" mt="xs">
          <Button variant="subtle" color="gray" onClick={onBack}>
            {t('common.back')}
          </Button>
          <Group gap="sm">
            <Button variant={place ? 'default' : 'filled'} onClick={() => void choose()}>
              {place ? t('create.placeChange') : t('create.placeChoose')}
            </Button>
            {place && <Button onClick={onNext}>{t('common.next')}</Button>}
          </Group>
        </Group>
      </Stack>
    </Card>
  )
}
