import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createQueryClient } from './query-client'
import { createAppRouter, type RouterOptions } from './router'

export function Providers({ history }: RouterOptions) {
  const [client] = useState(createQueryClient)
  const [router] = useState(() => createAppRouter(history ? { history } : {}))
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
