/**
 * The desktop's list of recent files. GTK's own dialogs put the path of whatever was chosen into
 * `~/.local/share/recently-used.xbel`, and `dontAddToRecent` does not keep them from it. They look for that list in
 * the folder of XDG_DATA_HOME, so for this program it lies where no file can be made; the person's own list stays as
 * it is. Where the desktop shows its own dialogs instead (portals), that process keeps its own list.
 */
const NOWHERE = '/dev/null'

/** Must run before the app is ready: GTK reads the place once. */
export function setupRecentFiles(environment: NodeJS.ProcessEnv = process.env): void {
  if (process.platform === 'linux') environment.XDG_DATA_HOME = NOWHERE
}
