/**
 * The application menu: lock, the native edit commands, size and appearance. No reload, no developer tools. Its
 * words follow the language of the settings.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Settings } from '../../shared/contract/session.ts'
import { wordsOf } from './words.ts'
import type { ZoomStep } from './zoom.ts'

export interface MenuParts {
  readonly settings: Settings
  readonly unlocked: boolean
  readonly onLock: () => void
  readonly onTheme: (theme: Settings['theme']) => void
  readonly onZoom: (step: ZoomStep) => void
}

const LOCK_ACCELERATOR = 'CmdOrCtrl+L'

export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)))
}

export function menuTemplate({ settings, unlocked, onLock, onTheme, onZoom }: MenuParts) {
  const words = wordsOf(settings.language)
  const theme = (choice: Settings['theme'], label: string): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: settings.theme === choice,
    click: () => onTheme(choice),
  })
  return [
    {
      label: words.file,
      submenu: [
        {
          id: 'lock',
          label: words.lock,
          accelerator: LOCK_ACCELERATOR,
          enabled: unlocked,
          click: onLock,
        },
        { type: 'separator' },
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        {
          id: 'larger',
          label: words.zoomIn,
          accelerator: 'CmdOrCtrl+Plus',
          click: () => onZoom('larger'),
        },
        {
          id: 'smaller',
          label: words.zoomOut,
          accelerator: 'CmdOrCtrl+-',
          click: () => onZoom('smaller'),
        },
        {
          id: 'actual',
          label: words.resetZoom,
          accelerator: 'CmdOrCtrl+0',
          click: () => onZoom('actual'),
        },
        { role: 'togglefullscreen', label: words.fullScreen },
        { type: 'separator' },
        {
          label: words.theme,
          submenu: [
            theme('light', words.themeLight),
            theme('dark', words.themeDark),
            theme('system', words.themeSystem),
          ],
        },
      ],
    },
  ] satisfies MenuItemConstructorOptions[]
}
