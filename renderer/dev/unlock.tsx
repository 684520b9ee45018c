/** The unlock view over invented answers. `?language=uk&theme=dark&state=first` choose what is shown. */
import { replaceBridge } from '../shared/bridge/client.ts'
import { inventedBridge } from './inventedVault.ts'

replaceBridge(inventedBridge(new URLSearchParams(location.search)))
await import('../unlock/main.tsx')
