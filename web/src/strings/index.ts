import { en } from './en'

/** The page's words. Another language is another catalogue of the same shape, chosen here. */
export const s = en
