/** Asks once more before a set of share cards is taken out of use, and says what that does not undo. */
import { Button, Group, Stack } from '@mantine/core'
import type { CardSet } from '../../../shared/contract/shares.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useT } from '../../shared/i18n/i18n.ts'

export function RetireDialog({ set, onClose }: { set: CardSet; onClose: () => void }) {
  const t = useT()
  const begin = useMutationCall('keys.begin', { onSuccess: onClose })
  return (
    <Dialog title={t('cards.retireTitle')} onClose={onClose} size="lg">
      <Stack gap="md">
        <Note tone="caution" title={t('custody.byCards', { k: set.k, n: set.n })}>
          <p>{t('cards.retireText')}</p>
        </Note>
        {begin.error && <ErrorNote error={begin.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={begin.isPending}
            onClick={() => begin.mutate({ task: 'retireCards', setId: set.setId })}
          >
            {t('keys.goOn')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
