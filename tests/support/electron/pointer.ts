// A hand on the mouse, for the system's own dialogs, which no page and no debugger reaches: through the X server's
// test extension. Where Python or the extension's library is missing there is no hand, and `canPoint` says so.
import { execFileSync } from 'node:child_process'
import { currentRun } from './run.ts'

const program = `
import ctypes, sys, time
X = ctypes.CDLL('libX11.so.6')
T = ctypes.CDLL('libXtst.so.6')
X.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(X.XOpenDisplay(None))
if not display.value: sys.exit(1)
if len(sys.argv) > 1:
    T.XTestFakeMotionEvent(display, -1, int(sys.argv[1]), int(sys.argv[2]), 0)
    X.XFlush(display)
    time.sleep(0.2)
    for _ in range(2):
        T.XTestFakeButtonEvent(display, 1, 1, 0)
        T.XTestFakeButtonEvent(display, 1, 0, 0)
        X.XFlush(display)
        time.sleep(0.08)
`

function python(...args: string[]): void {
  const env = { PATH: process.env.PATH, ...currentRun().displayEnv }
  execFileSync('python3', ['-c', program, ...args], { env, stdio: 'ignore', timeout: 10_000 })
}

export function canPoint(): boolean {
  try {
    python()
    return true
  } catch {
    return false
  }
}

/** Double-clicks at a place of the screen. */
export const doubleClick = (x: number, y: number): void => python(String(x), String(y))
