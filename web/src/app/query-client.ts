import { QueryClient } from '@tanstack/react-query'
import { healthQuery } from '@/features/health/queries'
import { connection } from '@/lib/connection'

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      // the server is often this very machine: what the browser thinks of the network says nothing
      queries: { networkMode: 'always', staleTime: 10_000, retry: false },
      mutations: { networkMode: 'always' },
    },
  })
  watchConnection(client)
  return client
}

/** One question asks for the server while it is gone; when it answers, everything on screen is read again. */
function watchConnection(client: QueryClient) {
  const { queryKey } = healthQuery()
  connection.subscribe((state) => {
    if (state === 'down') {
      if (client.getQueryState(queryKey)?.fetchStatus !== 'fetching') void client.refetchQueries({ queryKey })
    } else {
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] && query.queryKey[1] !== 'asking' })
    }
  })
}
