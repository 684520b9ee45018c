/**
 * The fuses of the packaged program: switches inside the Electron binary that no argument and no environment can
 * turn back. Applied by the packaging step; every fuse that Electron has is named, so that a new one is decided on.
 */
import type { FuseV1Options } from '@electron/fuses'

export const FUSES: Readonly<Record<keyof typeof FuseV1Options, boolean>> = {
  // ELECTRON_RUN_AS_NODE would make the program a Node that runs anything under its name.
  RunAsNode: false,
  // NODE_OPTIONS could load code before ours.
  EnableNodeOptionsEnvironmentVariable: false,
  // --inspect would let another program read and run everything in the main process.
  EnableNodeCliInspectArguments: false,
  // The program starts from its own archive only, and only when the archive's hash is the one built in.
  OnlyLoadAppFromAsar: true,
  EnableEmbeddedAsarIntegrityValidation: true,
  // Nothing is loaded from file://, so nothing there needs a right.
  GrantFileProtocolExtraPrivileges: false,
  // No cookie is ever stored; if one were, it would not be in the clear.
  EnableCookieEncryption: true,
  // One snapshot for all processes, as Electron ships it.
  LoadBrowserProcessSpecificV8Snapshot: false,
  // WebAssembly in the main process (libsodium) relies on it for its bounds checks.
  WasmTrapHandlers: true,
}
