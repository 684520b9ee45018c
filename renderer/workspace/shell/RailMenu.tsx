/**
 * The rail where there is no room for it beside the screen (a small window, or a large size of everything): behind
 * a button. Whoever closes it is back at the button; whoever chooses a section goes on in that screen.
 */
import { ActionIcon, Drawer } from '@mantine/core'
import { Menu } from 'lucide-react'
import { useRef, useState } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import { useJobs } from '../jobs/useJobs.ts'
import classes from './Rail.module.css'
import { Rail } from './Rail.tsx'
import { VaultName } from './VaultName.tsx'

interface RailMenuProps {
  /** Moves the focus into the screen. */
  onChoose(): void
}

export function RailMenu({ onChoose }: RailMenuProps) {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const working = useJobs().length > 0
  const close = () => {
    setOpened(false)
    button.current?.focus()
  }
  return (
    <>
      <ActionIcon
        ref={button}
        variant="default"
        size={36}
        className={classes.menuButton ?? ''}
        aria-label={
          working ? `${t('shell.navigation')} (${t('shell.jobs')})` : t('shell.navigation')
        }
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => setOpened(true)}
      >
        <Menu size={18} aria-hidden />
        {working && <span className={classes.working} />}
      </ActionIcon>
      <Drawer.Root
        opened={opened}
        onClose={close}
        size={280}
        padding={0}
        returnFocus={false}
        transitionProps={{ duration: 80 }}
      >
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('shell.navigation')}>
          <div className={classes.drawer}>
            <div className={classes.drawerHead}>
              <VaultName />
              <Drawer.CloseButton aria-label={t('common.close')} />
            </div>
            <Rail
              onChoose={() => {
                setOpened(false)
                onChoose()
              }}
            />
          </div>
        </Drawer.Content>
      </Drawer.Root>
    </>
  )
}
