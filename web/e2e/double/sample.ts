import type { Cue } from '../../src/lib/cues.ts'

const chapters: [string, string[]][] = [
  ['Why things fall down', [
    'Every bridge has the same enemy, and it never sleeps.',
    'Gravity pulls on the deck, on the cars, and on the bridge itself.',
    'So the question is always where that weight goes.',
    'In a beam it goes sideways to the two ends.',
    'The top of the beam is squeezed and the bottom is stretched.',
    'Stone is strong when you squeeze it and weak when you stretch it.',
    'That is why a long stone beam cracks along its underside.',
  ]],
  ['The arch', [
    'The Romans found a shape that is only ever squeezed.',
    'An arch turns the weight around a curve and into the ground.',
    'While it is being built, a wooden frame called centring carries every stone.',
    'The last stone goes in at the very top, and it is called the keystone.',
    'A stone bridge needs a keystone because only then do the two halves lean on each other.',
    'Without the keystone both sides would fold inwards and fall.',
    'Once it is in, you can take the timber away and the arch stands alone.',
    'The feet still push outwards, so the banks have to push back.',
  ]],
  ['Hanging from a cable', [
    'A suspension bridge does the opposite: everything is stretched.',
    'The deck hangs from thin steel hangers, and the hangers from one great cable.',
    'To find the right tension for a cable you need the weight, the span and the sag.',
    'The flatter the cable, the harder it pulls: half the sag means twice the tension.',
    'So engineers choose the sag first, usually a tenth of the span.',
    'Then they measure the tension by plucking the hanger and timing how it swings.',
    'A tight cable swings fast, a slack one slowly, just like a guitar string.',
  ]],
  ['Measure before you build', [
    'Before they build, engineers measure the ground more than anything else.',
    'They drill for rock, and they note how far the water rises in spring.',
    'They measure the wind for at least a year, because a gust is not an average.',
    'They count the traffic, and then they double it.',
    'The Tacoma Narrows bridge was strong enough for the wind and still fell.',
    'Nobody had measured how a steady wind makes a thin deck twist in time with itself.',
    'Since then every long bridge stands in a wind tunnel first, as a model.',
    'And that is the whole craft: know where the force goes, and give it a way into the ground.',
  ]],
]

/** A small talk on bridges, written for this double. */
export function sampleTranscript() {
  const cues: Cue[] = []
  const marks: { title: string; start_ms: number; end_ms: number | null }[] = []
  let at = 1200
  for (const [title, lines] of chapters) {
    marks.push({ title, start_ms: at, end_ms: null })
    for (const line of lines) {
      const length = 1400 + line.length * 52
      cues.push([at, at + length, line])
      at += length + 300
    }
  }
  return { cues, chapters: marks.map((mark, i) => ({ ...mark, end_ms: marks[i + 1]?.start_ms ?? at })), duration: at }
}
