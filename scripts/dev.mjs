// `npm run dev`: the program with its screens reloaded as their sources change.

import { run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ electron: 'window' })
  return run('electron-vite', ['dev', ...process.argv.slice(2)])
})
