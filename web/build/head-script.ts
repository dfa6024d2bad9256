import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/**
 * A classic, render-blocking script in the head, emitted under /assets with a content hash.
 *
 * Vite bundles only module scripts, and those run after the first paint: too late to choose a theme without a flash.
 * An inline script would need an exception in the content security policy.
 */
export function headScript(path: string): Plugin {
  const source = fileURLToPath(new URL(`../${path}`, import.meta.url))
  let emitted: string | undefined
  let isBuild = false
  return {
    name: 'head-script',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    buildStart() {
      if (isBuild) emitted = this.emitFile({ type: 'asset', name: 'theme.js', source: readFileSync(source) })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const bundled = Object.values(context.bundle ?? {}).find((file) => file.fileName.includes('/theme-'))
        const src = emitted && bundled ? `/${bundled.fileName}` : `/${path}`
        return [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }]
      },
    },
  }
}
