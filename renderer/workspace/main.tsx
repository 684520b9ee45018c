/** The page of the workspace view. */
import '../shared/setup.ts'
import '../shared/theme/styles.ts'
import { startPage } from '../shared/start.tsx'
import { Workspace } from './Workspace.tsx'

void startPage(<Workspace />)
