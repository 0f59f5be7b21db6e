import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import type { Vocabulary } from './vocabulary.ts';
import { zh } from './zh.ts';

/** The registry: a language is one file and one entry here. */
export const VOCABULARIES: readonly Vocabulary[] = [en, de, fr, es, it, pt, nl, pl, ru, zh];
