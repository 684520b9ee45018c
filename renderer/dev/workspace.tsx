/** The workspace over invented data. `?language=uk&theme=dark&state=empty` choose what is shown. */
import { replaceBridge } from '../shared/bridge/client.ts'
import { inventedBridge } from './inventedVault.ts'

replaceBridge(inventedBridge(new URLSearchParams(location.search)))
await import('../workspace/main.tsx')
