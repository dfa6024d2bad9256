import { createRootRoute, createRoute, createRouter, type RouterHistory } from '@tanstack/react-router'
import { BrokenView } from './routes/broken'
import { NotFoundView } from './routes/not-found'
import { StartView } from './routes/start'
import { WatchView } from './routes/watch'
import { readStartSearch, readWatchSearch } from './search'
import { Shell } from './shell/shell'

const rootRoute = createRootRoute({ component: Shell })

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: readStartSearch,
  component: StartView,
})

const watchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/watch/$videoId',
  params: {
    parse: ({ videoId }) => ({ videoId: Number(videoId) }),
    stringify: ({ videoId }) => ({ videoId: String(videoId) }),
  },
  validateSearch: readWatchSearch,
  component: WatchView,
})

const routeTree = rootRoute.addChildren([startRoute, watchRoute])

export interface RouterOptions {
  history?: RouterHistory
}

export const createAppRouter = (options: RouterOptions) =>
  createRouter({
    routeTree,
    defaultErrorComponent: BrokenView,
    defaultNotFoundComponent: () => <NotFoundView />,
    ...options,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  interface HistoryState {
    /** New each time a citation is followed, so that the same one can be followed twice. */
    cited?: number
  }
}
