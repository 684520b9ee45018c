/** The page of the unlock view: it takes passphrases and nothing else, and its process ends after use. */
import '../shared/setup.ts'
import '../shared/theme/styles.ts'
import { startPage } from '../shared/start.tsx'
import { Unlock } from './Unlock.tsx'

void startPage(<Unlock />)
