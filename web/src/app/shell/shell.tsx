import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { Drawer } from '@/components/ui/dialog'
import { TipLayer } from '@/components/ui/tip'
import { Toaster } from '@/components/ui/toast'
import { AddDialog } from '@/features/videos/components/add-dialog'
import { PendingJobs } from '@/features/videos/components/pending-jobs'
import { s } from '@/strings'
import { ConnectionBanner } from './connection-banner'
import { ShellContext, type ShellVerbs } from './context'
import { Sidebar } from './sidebar'
import { useHotkeys } from './use-hotkeys'

/** The frame around every view: lists on the left, the view, and what floats above both. */
export function Shell() {
  const navigate = useNavigate()
  const { pathname, href } = useLocation()
  const main = useRef<HTMLElement>(null)
  const [drawerAt, setDrawerAt] = useState<string | null>(null)
  const [adding, setAdding] = useState<{ file: File | null } | null>(null)

  const [verbs] = useState<ShellVerbs>(() => ({
    openSidebar: () => { setDrawerAt(window.location.pathname + window.location.search) },
    openAdd: (file) => { setAdding({ file: file ?? null }) },
  }))
  useHotkeys({ n: () => { verbs.openAdd() } })

  // a new page begins at its content for keyboard and screen reader, as a page load would
  const shownPath = useRef(pathname)
  useEffect(() => {
    if (shownPath.current === pathname) return
    shownPath.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])

  const dropAnywhere = (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) verbs.openAdd(file)
  }
  const openVideo = (videoId: number) => {
    setAdding(null)
    void navigate({ to: '/watch/$videoId', params: { videoId } })
  }

  return (
    <ShellContext value={verbs}>
      {/* a file dropped beside the box must not make the browser leave the page */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="grid h-full xl:grid-cols-[17.5rem_minmax(0,1fr)]" onDragOver={(event) => { event.preventDefault() }} onDrop={dropAnywhere}>
        <a href="#main" className="fixed start-3 top-3 z-50 -translate-y-20 rounded-md bg-spruce px-4 py-2.5 font-semibold text-on-spruce focus:translate-y-0">{s.skip}</a>
        <aside aria-label={s.sidebar.label} className="min-h-0 border-e border-line bg-desk max-xl:hidden">
          <Sidebar />
        </aside>
        <main ref={main} id="main" tabIndex={-1} className="min-h-0 min-w-0 outline-none">
          <Outlet />
        </main>
      </div>
      <Drawer open={drawerAt === href} onOpenChange={() => { setDrawerAt(null) }} title={s.sidebar.label}>
        <Sidebar onLeave={() => { setDrawerAt(null) }} />
      </Drawer>
      <AddDialog
        key={adding?.file?.name ?? 'no file'}
        open={adding !== null}
        droppedFile={adding?.file ?? null}
        onOpenChange={(open) => { if (!open) setAdding(null) }}
        onOpenVideo={openVideo}
      />
      <PendingJobs />
      <ConnectionBanner />
      <Toaster />
      <TipLayer />
    </ShellContext>
  )
}
