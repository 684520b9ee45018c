/**
 * Puts text on the clipboard: main does it, and takes it away again after half a minute or with a lock. The program
 * refuses every permission a page may ask for, the clipboard's among them, so a page cannot read what lies there.
 */
import { call } from './bridge/client.ts'

export const copyText = async (text: string): Promise<boolean> =>
  (await call('clipboard.copy', { text })).ok

/** Tells main of copies that a person makes by key or menu. Call it once per page; answers with how to stop. */
export function followCopies(): () => void {
  const tell = () => void call('clipboard.copied')
  document.addEventListener('copy', tell)
  document.addEventListener('cut', tell)
  return () => {
    document.removeEventListener('copy', tell)
    document.removeEventListener('cut', tell)
  }
}
