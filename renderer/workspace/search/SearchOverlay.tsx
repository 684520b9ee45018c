/** The search over everything: people in any script, witnesses by code name, words of any record; over any screen. */
import { Modal } from '@mantine/core'
import { useT } from '../../shared/i18n/i18n.ts'
import { SearchPanel } from './SearchPanel.tsx'

interface SearchOverlayProps {
  readonly opened: boolean
  onClose(): void
}

export function SearchOverlay({ opened, onClose }: SearchOverlayProps) {
  const t = useT()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      yOffset="10vh"
      size={640}
      padding={0}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.title')}>
        <Modal.Body>
          <SearchPanel onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
