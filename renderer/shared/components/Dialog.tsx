/**
 * A dialog with a heading and a way out. Its head is no `<header>`: inside a dialog that would be announced as a
 * second banner of the page.
 */
import { Modal, type ModalRootProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import classes from './Dialog.module.css'

interface DialogProps extends Pick<ModalRootProps, 'size' | 'closeOnClickOutside'> {
  readonly title: ReactNode
  readonly opened?: boolean
  readonly children: ReactNode
  onClose(): void
}

export function Dialog({ title, opened = true, children, onClose, ...rest }: DialogProps) {
  const t = useT()
  return (
    <Modal.Root opened={opened} onClose={onClose} centered padding="lg" {...rest}>
      <Modal.Overlay />
      <Modal.Content radius="lg">
        <div className={classes.head}>
          <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
