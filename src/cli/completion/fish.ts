/** Completion for fish, 3.1 and newer. */
import { type Flag, type Place, PROGRAM, type Surface, type SurfaceCommand, valuedNames } from './surface.ts';

const COMPLETE = `complete -c ${PROGRAM}`;
const FOLDERS = '(__clean_archive_folders)';

export function fishCompletion(surface: Surface): string {
  const { commands, flags } = surface;
  return `# fish completion for ${PROGRAM}, written by: ${PROGRAM} completion fish

${lineFunction(surface)}
${QUESTIONS}
${COMPLETE} -e
${commands.map(({ name, summary }) => `${COMPLETE} -n __clean_archive_first -a ${name} -d ${quoted(summary)}`).join('\n')}

${commands.flatMap(operandLines).join('\n')}

${flags.map(flagLine).join('\n')}
`;
}

function lineFunction(surface: Surface): string {
  return `# Prints the command of the line (clean if none is named), how many operands stand before the cursor, and whether a
# command may still come.
function __clean_archive_line
    set -l words (commandline -opc)
    set -e words[1]
    set -l command clean
    set -l count 0
    set -l open yes
    set -l rest
    set -l skip
    for word in $words
        if test -n "$skip"
            set skip
        else if test -z "$rest" -a "$word" = --
            set rest yes
            set open
        else if test -z "$rest"; and string match -qr -- '^-.' "$word"
            if contains -- "$word" ${valuedNames(surface).join(' ')}
                set skip yes
            end
        else if test -n "$open"; and contains -- "$word" ${surface.commands.map(({ name }) => name).join(' ')}
            set command $word
            set open
        else
            set count (math $count + 1)
            set open
        end
    end
    printf '%s\\n' $command $count "$open"
end
`;
}

const QUESTIONS = `function __clean_archive_in
    set -l line (__clean_archive_line)
    contains -- $line[1] $argv
end

function __clean_archive_operand
    set -l line (__clean_archive_line)
    test $line[1] = $argv[1]; and test $line[2] -eq $argv[2]
end

function __clean_archive_first
    set -l line (__clean_archive_line)
    test -n "$line[3]"
end

function __clean_archive_folders
    set -l word (commandline -ct | string replace -r -- '^--[a-z-]+=' '')
    __fish_complete_directories "$word"
end
`;

/** Files are what fish offers unless it is told otherwise. */
function operandLines({ name, operands }: SurfaceCommand): readonly string[] {
  return operands.flatMap((place, at) => {
    const where = place.isMany ? `__clean_archive_in ${name}` : `__clean_archive_operand ${name} ${at}`;
    const offers = offersOf(place);
    return offers === '' ? [] : [`${COMPLETE} -n ${quoted(where)} ${offers}`];
  });
}

function flagLine({ names, help, commands, value }: Flag): string {
  const name = names.map((one) => (one.startsWith('--') ? `-l ${one.slice(2)}` : `-s ${one.slice(1)}`)).join(' ');
  const takes = value === undefined ? '' : ` -r ${offersOf(value)}`.trimEnd();
  return `${COMPLETE} -n ${quoted(`__clean_archive_in ${commands.join(' ')}`)} ${name}${takes} -d ${quoted(help)}`;
}

function offersOf({ words, isList, paths }: Place): string {
  const all = isList ? [`(__fish_append , ${words.join(' ')})`] : words;
  if (paths === 'files') return words.length === 0 ? '' : `-F -a ${quoted(words.join(' '))}`;
  if (paths === 'folders') return `-f -a ${quoted([...words, FOLDERS].join(' '))}`;
  return all.length === 0 ? '-f' : `-f -a ${quoted(all.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
