import { describe, expect, it } from 'vitest'
import { detectIntake, maxUploadBytes, refuseFile } from './intake'

describe('what was put into the box', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['  youtu.be/dQw4w9WgXcQ\n', 'https://youtu.be/dQw4w9WgXcQ'],
    ['m.youtube.com/watch?v=dQw4w9WgXcQ', 'https://m.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['https://example.org/not-youtube', 'https://example.org/not-youtube'],
  ])('%j is a link', (text, url) => {
    expect(detectIntake(text)).toEqual({ kind: 'link', url })
  })

  it.each([
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nHi', 'WebVTT'],
    ['\uFEFF1\n00:00:01,000 --> 00:00:02,000\nHi', 'SubRip'],
    ['{"wireMagic":"pb3","events":[]}', 'YouTube JSON'],
    ['<?xml version="1.0"?><tt/>', 'TTML'],
    ['<tt xmlns="http://www.w3.org/ns/ttml"></tt>', 'TTML'],
  ])('%j is captions', (text, format) => {
    expect(detectIntake(text)).toEqual({ kind: 'captions', format })
  })

  it('may be nothing, or nothing we know', () => {
    expect(detectIntake(' \n')).toEqual({ kind: 'empty' })
    expect(detectIntake('how do bridges work')).toEqual({ kind: 'unclear' })
    expect(detectIntake('https://youtu.be/a https://youtu.be/b')).toEqual({ kind: 'unclear' })
  })
})

describe('a chosen file', () => {
  it('is taken by its ending, in any case', () => {
    expect(refuseFile({ name: 'Talk.EN.VTT', size: 10 })).toBeNull()
    expect(refuseFile({ name: 'talk.mp4', size: 10 })).toBe('wrong-type')
  })

  it('must have something in it, and not more than 20 MB', () => {
    expect(refuseFile({ name: 'a.srt', size: 0 })).toBe('empty')
    expect(refuseFile({ name: 'a.srt', size: maxUploadBytes })).toBeNull()
    expect(refuseFile({ name: 'a.srt', size: maxUploadBytes + 1 })).toBe('too-large')
  })
})
