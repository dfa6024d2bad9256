import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { Blob, File } from 'node:buffer'
import { afterEach, vi } from 'vitest'
import { StreamEventSource } from './event-source'

// a deadline, not a wait: machines are shared
configure({ asyncUtilTimeout: 8000 })

// what jsdom lacks and a browser has
if (typeof window !== 'undefined') {
  vi.stubGlobal('EventSource', StreamEventSource)
  vi.stubGlobal('ResizeObserver', class { observe() { /* sizes never change here */ } unobserve() { /* – */ } disconnect() { /* – */ } })
  // jsdom has forms and files of its own, which Node's fetch can't send
  const form = await new Response('a=1', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }).formData()
  vi.stubGlobal('FormData', form.constructor)
  vi.stubGlobal('File', File)
  vi.stubGlobal('Blob', Blob)
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null }) as MediaQueryList
  CSS.supports = () => true
  window.scrollTo = () => undefined
  Element.prototype.scrollTo = function (this: Element, to?: ScrollToOptions | number) {
    if (typeof to === 'object') this.scrollTop = to.top ?? 0
  }
  Element.prototype.scrollIntoView = () => undefined
  Element.prototype.hasPointerCapture = () => false
  // a virtual list shows what fits: give it a screen
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { get: () => 800 })
  Object.defineProperty(Element.prototype, 'clientHeight', { get: () => 600 })
  Object.defineProperty(Element.prototype, 'clientWidth', { get: () => 800 })

  afterEach(() => {
    cleanup()
    localStorage.clear()
  })
}
