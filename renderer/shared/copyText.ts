/**
 * Puts text on the clipboard. The program refuses every permission a page may ask for, the clipboard's among them;
 * the copy command of a click needs none, and cannot read.
 */
export function copyText(text: string): boolean {
  let copied = false
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    copied = true
  }
  document.addEventListener('copy', onCopy, { once: true, capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  return copied
}
