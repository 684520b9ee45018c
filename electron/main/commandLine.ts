/** What a person may say on the command line of the program with windows: `--vault DIR`. */
import { resolve } from 'node:path'

/** The folder after `--vault` or `--vault=`, or undefined. The last one counts. */
export function vaultArgument(args: readonly string[], workingFolder: string): string | undefined {
  let folder: string | undefined
  for (const [index, arg] of args.entries()) {
    if (arg === '--vault') folder = args[index + 1] ?? folder
    else if (arg.startsWith('--vault=')) folder = arg.slice('--vault='.length)
  }
  return folder === undefined || folder === '' ? undefined : resolve(workingFolder, folder)
}
