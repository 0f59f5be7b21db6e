/** Every bound of the product in one table: what it is, and why it is not another number. */

export interface Limit {
  readonly value: number;
  readonly unit:
    | 'bytes'
    | 'MiB'
    | 'ms'
    | 'files'
    | 'documents'
    | 'passages'
    | 'characters'
    | 'rows'
    | 'states'
    | 'threads';
  readonly why: string;
}

export type LimitName =
  | 'fileBytes'
  | 'containerBytes'
  | 'fileTime'
  | 'threadHeap'
  | 'comparingYoung'
  | 'nameBytes'
  | 'segmentBytes'
  | 'sniffBytes'
  | 'tableBytes'
  | 'passagesListed'
  | 'batchFiles'
  | 'inlineFiles'
  | 'listBytes'
  | 'ignoreFileBytes'
  | 'folderDepth'
  | 'rowsShown'
  | 'worthALook'
  | 'streamTexts'
  | 'namesListed'
  | 'failuresListed'
  | 'configBytes'
  | 'packageFileBytes'
  | 'configDepth'
  | 'configRows'
  | 'globUnits'
  | 'globStars'
  | 'patternUnits'
  | 'patternStates'
  | 'patternsStates'
  | 'patternLine'
  | 'jobs';

const MIB = 1024 * 1024;

export const LIMITS: Readonly<Record<LimitName, Limit>> = {
  fileBytes: {
    value: 32 * MIB,
    unit: 'bytes',
    why: 'a document becomes tables of about eight times its size, and one document may cost 512 MiB; the longest real page seen has 4 MiB',
  },
  containerBytes: {
    value: 64 * 1024 * MIB,
    unit: 'bytes',
    why: 'containers are streamed; beyond this a file is no crawl shard but a mistake',
  },
  fileTime: {
    value: 10_000,
    unit: 'ms',
    why: 'a page of 5 KB takes well under a millisecond; ten seconds are a hostile page or a fault of ours',
  },
  threadHeap: {
    value: 1024,
    unit: 'MiB',
    why: 'a document may cost 512 MiB; a thread that needs twice that is ended and the document refused',
  },
  comparingYoung: {
    value: 12,
    unit: 'MiB',
    why: 'threads that sign and compare leave little behind: with a quarter of the usual space for young objects each takes 45 MB less, at no cost',
  },
  nameBytes: { value: 255, unit: 'bytes', why: 'the longest file name ext4, xfs, APFS and NTFS take' },
  segmentBytes: {
    value: 120,
    unit: 'bytes',
    why: 'names built from content leave room for a hash, an ending and encrypted file systems (143 bytes)',
  },
  sniffBytes: { value: 4096, unit: 'bytes', why: 'what the formats look at' },
  tableBytes: {
    value: 64 * MIB,
    unit: 'bytes',
    why: 'large columns take about 500 bytes a document; past 130,000 documents they go to a file, whose pages the system keeps as it can',
  },
  passagesListed: {
    value: 10_000,
    unit: 'passages',
    why: 'a passage is shown with its beginning, for which a file is read again; those in most documents come first',
  },
  batchFiles: {
    value: 64,
    unit: 'files',
    why: 'a message to a worker costs 20 us; 64 files of 5 KB are 10 ms of work, so progress and aborting stay quick',
  },
  inlineFiles: {
    value: 400,
    unit: 'files',
    why: 'starting two workers costs as much as cleaning about 300 files of 5 KB',
  },
  listBytes: { value: 1024 * MIB, unit: 'bytes', why: 'a list of ten million paths' },
  ignoreFileBytes: { value: MIB, unit: 'bytes', why: 'ignore files are written by people' },
  folderDepth: {
    value: 512,
    unit: 'files',
    why: 'deeper trees are made by programs that went wrong; a path of 4,096 bytes ends earlier on Linux',
  },
  rowsShown: { value: 20, unit: 'documents', why: 'the summary has a row per document up to this number' },
  worthALook: { value: 5, unit: 'documents', why: 'what a summary of a long run names' },
  streamTexts: {
    value: 1_000_000,
    unit: 'documents',
    why: 'a stream has no end: so many texts are known again when they come as copies, at about 110 bytes each',
  },
  namesListed: { value: 100, unit: 'files', why: 'a report names this many and counts the rest' },
  failuresListed: { value: 1000, unit: 'files', why: 'the manifest lists all of them; a screen cannot' },
  configBytes: {
    value: 64 * 1024,
    unit: 'bytes',
    why: 'people write a screen or two; the parser of YAML needs a second for the worst 64 KiB',
  },
  packageFileBytes: { value: MIB, unit: 'bytes', why: 'a larger package.json is none' },
  configDepth: { value: 8, unit: 'files', why: 'a configuration that extends another that extends another' },
  configRows: { value: 500, unit: 'rows', why: 'globs, patterns or overrides of one list' },
  globUnits: { value: 500, unit: 'characters', why: 'the longest path that somebody writes by hand' },
  globStars: {
    value: 3,
    unit: 'characters',
    why: 'a glob with four ** takes 0.1 s for a path of 60 folders, one with six 8 s',
  },
  patternUnits: { value: 500, unit: 'characters', why: 'a reason in removed.jsonl names the whole pattern' },
  patternStates: {
    value: 2000,
    unit: 'states',
    why: 'time grows with the size of the automaton: 900 states need 36 ms for the worst line of 10,000 characters',
  },
  patternsStates: { value: 20_000, unit: 'states', why: 'all patterns of a configuration; a thousand plain ones' },
  patternLine: {
    value: 10_000,
    unit: 'characters',
    why: 'longer lines are whole pages: no pattern is tried on them, so that none costs more than a fraction of a second',
  },
  jobs: { value: 1024, unit: 'threads', why: 'more workers than any machine has processors' },
};
